using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Services;

/// <summary>What is stated, and what is worked out about people, without a chat model.</summary>
[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing), typeof(IMemoryErasure), typeof(IMemoryLearning), typeof(IMemoryWorkspaces))]
public abstract class PeopleSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    private static readonly MemoryFilter Facts = new MemoryFilter.And([
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active]),
    ]);

    [Fact]
    public async Task No_insight_outlives_a_fact_behind_it()
    {
        var insight = await InsightAsync("I love fado, chess, tea and rowing.");
        insight.Content.ShouldBe("likes: fado, chess, tea, rowing");

        await Service.ForgetAsync(All, await FactAsync("chess"), Cancelled);

        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Text.ShouldNotContain("chess");
        (await Find("chess", "ana")).ShouldNotContain(insight.Content);
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        var redrawn = await Service.GetAsync(All, insight.Id, Cancelled);
        (redrawn.Content, redrawn.Status, redrawn.Links!.Count).ShouldBe(("likes: fado, tea, rowing", MemoryStatus.Active, 3));

        // Nor a change of mind, after which too little is left to conclude from.
        await TellAsync("ana", "I don't like tea any more.", At(9));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        (await Service.GetAsync(All, insight.Id, Cancelled)).Status.ShouldBe(MemoryStatus.Expired);

        await TellAsync("ana", "I love opera.", At(10));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        (await Service.GetAsync(All, insight.Id, Cancelled)).Content.ShouldBe("likes: fado, rowing, opera");
    }

    [Fact]
    public async Task An_erased_fact_takes_along_what_was_concluded_from_it()
    {
        var insight = await InsightAsync("I love fado, chess, tea and rowing.");
        var chess = await FactAsync("chess");
        await Service.ForgetAsync(All, chess, Cancelled);
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        (await Service.GetAsync(All, insight.Id, Cancelled)).Content.ShouldNotContain("chess");

        // The insight says nothing of it any more, but its history does.
        await Erasing.EraseAsync(All, chess, Cancelled);

        await Should.ThrowAsync<MemoryNotFoundException>(() => Service.GetAsync(All, insight.Id, Cancelled));
        await Should.ThrowAsync<MemoryNotFoundException>(() => History.GetHistoryAsync(All, insight.Id, Cancelled));
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        (await History.GetHistoryAsync(All, insight.Id, Cancelled)).ShouldHaveSingleItem().After!.Content.ShouldBe("likes: fado, tea, rowing");
    }

    [Fact]
    public async Task A_forgotten_insight_is_not_drawn_again_and_its_facts_stand()
    {
        var insight = await InsightAsync("I love fado, chess and tea.");

        await Service.ForgetAsync(All, insight.Id, Cancelled);
        (await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();

        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Items.Count.ShouldBe(3);
        await TellAsync("ana", "I love opera.", At(2));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);
        (await List(filter: Facts)).Count.ShouldBe(4);
        await History.RestoreAsync(All, insight.Id, cancellationToken: Cancelled);
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        (await Service.GetAsync(All, insight.Id, Cancelled)).Content.ShouldBe("likes: fado, chess, tea, opera");
    }

    [Fact]
    public async Task A_portrait_is_bounded_fresh_and_of_one_person()
    {
        await TellAsync("ana", "My name is Ana. I live in Lisbon. I love fado.", At(1));
        await TellAsync("bob", "My name is Bob.", At(1));
        await Learning.ConsolidateAsync(All, cancellationToken: Cancelled);

        var profile = await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled);
        profile.Text.Split('\n').ShouldBe(["The user is called Ana.", "The user lives in Lisbon.", "The user likes fado."]);
        profile.Items.ShouldAllBe(item => item.Sources.Count == 1);
        profile.Mode.ShouldBe(Modes.Verbatim);
        (await Service.GetProfileAsync(Of("ana"), 8, Cancelled)).Tokens.ShouldBeInRange(1, 8);

        await Editing.UpdateAsync(All, profile.Items[1].MemoryId, new MemoryPatch { Content = "The user lives in Oslo." }, Cancelled);
        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Text.ShouldContain("Oslo");
        await Erasing.EraseAsync(Of("ana"), Cancelled);
        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Text.ShouldBeEmpty();
        (await Service.GetProfileAsync(Of("bob"), cancellationToken: Cancelled)).Text.ShouldBe("The user is called Bob.");
    }

    [Fact]
    public async Task A_place_without_anything_gives_nothing()
    {
        (await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
        (await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Items.ShouldBeEmpty();
        (await Workspaces.ListWorkspacesAsync(Cancelled)).ShouldNotContain(workspace => workspace.Name == Workspace);
    }

    private async Task<Memory> InsightAsync(string told)
    {
        await TellAsync("ana", told, At(1));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);
        var reflected = await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        return await Service.GetAsync(All, reflected.Memories.Single(memory => memory.Kind == MemoryKinds.Insight).Id, Cancelled);
    }

    private async Task<string> FactAsync(string word) => (await List(filter: Facts)).Single(fact => fact.Content.Contains(word, StringComparison.Ordinal)).Id;

    private Task<MemorizeResult> TellAsync(string user, string content, DateTimeOffset time) =>
        Memorize(new MemorizeRequest { Messages = [Said(content, time: time)], UserId = user, Infer = false });
}
