using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

/// <summary>What is stated, and what is worked out about people, without a chat model.</summary>
[Needs(typeof(IMemoryHistory), typeof(IMemoryEditing), typeof(IMemoryErasure), typeof(IMemoryLearning), typeof(IMemoryWorkspaces))]
public abstract class PeopleSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    private static readonly MemoryFilter Facts = new MemoryFilter.And([new MemoryFilter.Kind([MemoryKinds.Observation]), new MemoryFilter.Status([MemoryStatus.Active])]);

    [Fact]
    public async Task A_statement_is_kept_as_it_came_and_is_found()
    {
        var added = await Service.AddAsync(
            Workspace,
            new AddMemoryRequest
            {
                Content = "The heron nests on 4 May 2026.",
                Trigger = "birds",
                Keywords = ["heron"],
                Metadata = Json("""{"n":1.50}"""),
                Score = 0.5,
                ObservedAt = At(1),
                UserId = "ana",
                AgentId = "a",
            },
            Cancelled);

        added.Kind.ShouldBe(MemoryKinds.Observation);
        added.Scope.ShouldBe(Of("ana", "a"));
        added.ObservedAt.ShouldBe(At(1));
        added.EventTime!.Value.Interval.Start.ShouldBe(At(4, 0));
        added.Metadata!.Value.GetRawText().ShouldBe("""{"n":1.50}""");
        (await Service.GetAsync(All, added.Id, Cancelled)).Content.ShouldBe(added.Content);
        (await Find("heron", "ana")).ShouldBe([added.Content]);
        (await Find("heron", "bob")).ShouldBeEmpty();
        (await History.GetHistoryAsync(All, added.Id, Cancelled)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_statement_under_the_same_key_is_kept_once()
    {
        var request = new AddMemoryRequest { Content = "heron", UserId = "ana", IdempotencyKey = "k" };
        var first = await Service.AddAsync(Workspace, request, Cancelled);

        (await Service.AddAsync(Workspace, request, Cancelled)).Id.ShouldBe(first.Id);
        (await Service.AddAsync(Workspace, request with { UserId = "bob" }, Cancelled)).Id.ShouldNotBe(first.Id);

        await Should.ThrowAsync<ChangeSetConflictException>(() => Service.AddAsync(Workspace, request with { Content = "stork" }, Cancelled));
        (await List()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Messages_become_facts_of_their_speaker_and_twice_changes_nothing()
    {
        await TellAsync("ana", "I live in Lisbon. I love fado.", At(1));
        await TellAsync("bob", "I live in Oslo.", At(1));

        var result = await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);

        result.JobIds.ShouldBeEmpty();
        result.Mode.ShouldBe(Modes.Verbatim);
        result.Memories.Select(memory => memory.Content).ShouldBe(["The user lives in Lisbon.", "The user likes fado."], ignoreOrder: true);
        var facts = await List(filter: Facts);
        facts.ShouldAllBe(fact => fact.Scope == Of("ana") && fact.Sources.Count == 1);
        (await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
        (await List(filter: Facts)).Select(fact => (fact.Id, fact.UpdatedAt)).ShouldBe(facts.Select(fact => (fact.Id, fact.UpdatedAt)));
    }

    [Fact]
    public async Task A_move_supersedes_the_home_and_both_are_named()
    {
        await TellAsync("ana", "I live in Lisbon.", At(1));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);
        await TellAsync("ana", "I moved to Oslo.", At(9));

        var result = await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);

        result.Memories.Select(memory => (memory.Content, memory.Status)).ShouldBe(
            [("The user lives in Lisbon.", MemoryStatus.Superseded), ("The user lives in Oslo.", MemoryStatus.Active)], ignoreOrder: true);
        (await List(filter: Facts)).ShouldHaveSingleItem().Content.ShouldBe("The user lives in Oslo.");
        var old = result.Memories.Single(memory => memory.Status == MemoryStatus.Superseded);
        (await Service.GetAsync(All, old.Id, Cancelled)).ValidTo.ShouldBe(At(9));
        old.Metadata!.Value.GetRawText().ShouldContain("reason");
    }

    [Fact]
    public async Task Insights_are_drawn_once_from_what_belongs_together()
    {
        await TellAsync("ana", "I love fado, chess and tea.", At(1));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);

        var result = await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);

        var insight = result.Memories.Single(memory => memory.Kind == MemoryKinds.Insight);
        insight.Content.ShouldBe("likes: chess, fado, tea");
        insight.Links!.Count.ShouldBe(3);
        (await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_insight_outlives_a_fact_behind_it()
    {
        var insight = await InsightAsync("I love fado, chess, tea and rowing.");
        insight.Content.ShouldBe("likes: chess, fado, rowing, tea");

        await Service.ForgetAsync(All, await FactAsync("chess"), Cancelled);

        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Text.ShouldNotContain("chess");
        (await Find("chess", "ana")).ShouldNotContain(insight.Content);
        await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);
        var redrawn = await Service.GetAsync(All, insight.Id, Cancelled);
        (redrawn.Content, redrawn.Status, redrawn.Links!.Count).ShouldBe(("likes: fado, rowing, tea", MemoryStatus.Active, 3));

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
        (await History.GetHistoryAsync(All, insight.Id, Cancelled)).ShouldHaveSingleItem().After!.Content.ShouldBe("likes: fado, rowing, tea");
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
        (await Service.GetAsync(All, insight.Id, Cancelled)).Content.ShouldBe("likes: chess, fado, tea, opera");
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
