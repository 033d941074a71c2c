using Remanence.Memories;
using Remanence.Services;

namespace Remanence.ConformanceTests.Services.Learning;

/// <summary>The portrait of a user.</summary>
public abstract class ProfileSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task It_says_what_is_remembered_of_the_user_and_of_nobody_else()
    {
        var fact = await State("The user lives in Lisbon.", "ana");
        await State("The user lives in Oslo.", "bob");
        await Service.MemorizeAsync("other-" + Workspace, new MemorizeRequest { Messages = [Said("I live in Porto.")], UserId = "ana" }, Cancelled);

        var profile = await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled);

        profile.Text.ShouldContain("Lisbon");
        profile.Text.ShouldNotContain("Oslo");
        profile.Text.ShouldNotContain("Porto");
        var item = profile.Items.ShouldHaveSingleItem();
        item.MemoryId.ShouldBe(fact.Id);
        item.Kind.ShouldBe(MemoryKinds.Observation);
        item.ObservedAt.ShouldBe(fact.ObservedAt);
        profile.Tokens.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_keeps_to_its_bound()
    {
        for (var i = 0; i < 20; i++)
        {
            await State($"The user likes the bird number {i} and all of its songs.", "ana");
        }

        var whole = await Service.GetProfileAsync(Of("ana"), 2000, Cancelled);
        var small = await Service.GetProfileAsync(Of("ana"), 60, Cancelled);

        whole.Items.Count.ShouldBe(20);
        small.Items.Count.ShouldBeInRange(1, 6);
        small.Tokens.ShouldBeLessThanOrEqualTo(60);
        var none = await Service.GetProfileAsync(Of("ana"), 1, Cancelled);
        (none.Items.Count, none.Text, none.Tokens).ShouldBe((0, string.Empty, 0));
    }

    [Fact]
    public async Task Of_somebody_unknown_it_is_empty()
    {
        await State("The user lives in Oslo.", "bob");

        var profile = await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled);

        profile.Items.ShouldBeEmpty();
        profile.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_nobody_it_is_refused()
    {
        await ShouldRefuse(() => Service.GetProfileAsync(All, cancellationToken: Cancelled), "user_id");
        await ShouldRefuse(() => Service.GetProfileAsync(Of("ana"), 0, Cancelled), "max_tokens");
        await ShouldRefuse(() => Service.GetProfileAsync(Of("ana", session: "\ud800"), cancellationToken: Cancelled), "session_id");
    }

    private Task<Memory> State(string content, string user) =>
        Service.AddAsync(Workspace, new AddMemoryRequest { Content = content, UserId = user, ObservedAt = At(1) }, Cancelled);
}
