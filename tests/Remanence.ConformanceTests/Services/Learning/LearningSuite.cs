using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Services.Learning;

/// <summary>What is worked out about people, without a chat model.</summary>
[Needs(typeof(IMemoryLearning))]
public abstract class LearningSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    private static readonly MemoryFilter Facts = new MemoryFilter.And([
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active]),
    ]);

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
        old.State!.Fact!.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Insights_are_drawn_once_from_what_belongs_together()
    {
        await TellAsync("ana", "I love fado, chess and tea.", At(1));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);

        var result = await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled);

        var insight = result.Memories.Single(memory => memory.Kind == MemoryKinds.Insight);
        insight.Content.ShouldBe("likes: fado, chess, tea");
        insight.Links!.Count.ShouldBe(3);
        (await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_statement_without_a_time_is_dated_by_its_text()
    {
        var added = await Service.AddAsync(
            Workspace,
            new AddMemoryRequest
            {
                Content = "The heron nests on 4 May 2026.",
                ObservedAt = At(1),
                UserId = "ana",
            },
            Cancelled);

        added.EventTime!.Value.Interval.Start.ShouldBe(At(4, 0));
    }

    [Fact]
    public async Task What_was_learned_stands_in_the_profile()
    {
        await TellAsync("ana", "I live in Lisbon. I love fado.", At(1));
        await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled);

        var profile = await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled);

        profile.Text.ShouldContain("Lisbon");
        profile.Text.ShouldContain("fado");
        profile.Mode.ShouldBe(Modes.Verbatim);
    }

    [Fact]
    public async Task A_place_without_anything_gives_nothing()
    {
        (await Learning.ConsolidateAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
        (await Learning.ReflectAsync(Of("ana"), cancellationToken: Cancelled)).Memories.ShouldBeEmpty();
        (await Service.GetProfileAsync(Of("ana"), cancellationToken: Cancelled)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scopes_that_cannot_be_are_refused()
    {
        await ShouldRefuse(() => Learning.ConsolidateAsync(Of(user: string.Empty), cancellationToken: Cancelled), "user_id");
        await ShouldRefuse(() => Learning.ReflectAsync(Of(agent: "a\nb"), cancellationToken: Cancelled), "agent_id");
        await ShouldRefuseWorkspaces(
            scope => Learning.ConsolidateAsync(scope, cancellationToken: Cancelled), scope => Learning.ReflectAsync(scope, cancellationToken: Cancelled));
    }

    private Task<MemorizeResult> TellAsync(string user, string content, DateTimeOffset time) =>
        Memorize(new MemorizeRequest { Messages = [Said(content, time: time)], UserId = user, Infer = false });
}
