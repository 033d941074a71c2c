using Remanence.ConformanceTests.Services.Input;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

/// <summary>Erasure of people and of single memories.</summary>
[Needs(typeof(IMemoryErasure))]
public abstract class ErasureSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task Erasing_a_person_takes_all_of_theirs_and_nothing_else()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("heron one"), Said("heron two")], UserId = "ana", SessionId = "s" });
        await Service.AddAsync(Workspace, new AddMemoryRequest { Content = "heron three", UserId = "ana" }, Cancelled);
        await Memorize("heron of bob", user: "bob");
        await Memorize("heron of all");

        (await Erasing.EraseAsync(Of("ana"), Cancelled)).Memories.ShouldBe(3);

        (await Find("heron")).ShouldBe(["heron of bob", "heron of all"], ignoreOrder: true);
        (await List()).Select(memory => memory.Content).ShouldBe(["heron of bob", "heron of all"]);
        (await Erasing.EraseAsync(Of("ana"), Cancelled)).ShouldBe(new Erasure());
    }

    [Fact]
    public async Task Erasing_one_session_of_one_person_leaves_their_others()
    {
        await Memorize("heron s1", user: "ana", session: "s1");
        await Memorize("heron s2", user: "ana", session: "s2");
        await Memorize("heron of bob", user: "bob", session: "s1");

        (await Erasing.EraseAsync(Of("ana", session: "s1"), Cancelled)).Memories.ShouldBe(1);

        (await Find("heron")).ShouldBe(["heron s2", "heron of bob"], ignoreOrder: true);
    }

    [Fact]
    public async Task Erasing_nobody_is_refused()
    {
        await Remember("heron");

        await ShouldRefuse(() => Erasing.EraseAsync(All, Cancelled), "user_id");

        (await List()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_memory_can_be_erased()
    {
        var result = await Memorize(new MemorizeRequest { Messages = [Said("heron one"), Said("heron two")], UserId = "ana" });

        (await Erasing.EraseAsync(Of("ana"), result.Memories[0].Id, Cancelled)).Memories.ShouldBe(1);

        await ShouldNotFind(() => Service.GetAsync(All, result.Memories[0].Id, Cancelled));
        (await Find("heron")).ShouldBe(["heron two"]);
    }

    [Theory]
    [MemberData(nameof(UnusualNames.Ids), MemberType = typeof(UnusualNames))]
    public async Task A_person_of_any_name_is_erased_alone(string user)
    {
        await Remember("heron", user);
        await Remember("heron of another", user == "another" ? "yet another" : "another");

        (await Erasing.EraseAsync(Of(user), Cancelled)).Memories.ShouldBe(1);

        (await Find("heron")).ShouldBe(["heron of another"]);
    }

    [Fact]
    public async Task What_the_scope_does_not_see_is_not_erased()
    {
        var id = await Remember("heron", user: "ana");

        await ShouldNotFind(() => Erasing.EraseAsync(Of("bob"), id, Cancelled));
        await ShouldNotFind(() => Erasing.EraseAsync(new Scope(Workspace + "x"), id, Cancelled));
        (await Service.GetAsync(All, id, Cancelled)).Content.ShouldBe("heron");
        await ShouldNotFindIds(unknown => Erasing.EraseAsync(All, unknown, Cancelled));
        await ShouldRefuseWorkspaces(scope => Erasing.EraseAsync(scope with { User = "ana" }, Cancelled), scope => Erasing.EraseAsync(scope, "id", Cancelled));
    }
}
