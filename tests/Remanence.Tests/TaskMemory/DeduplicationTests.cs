using Remanence.Editing;
using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.TaskMemory.Deduplication;

namespace Remanence.Tests.TaskMemory;

/// <summary>New lessons meet those that are known.</summary>
public sealed class DeduplicationTests
{
    private static readonly Similarity Similarity = new(StaticEmbedder.Shared);

    [Fact]
    public async Task What_is_said_already_reinforces()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var stored = await fixture.AddAsync("Loop until an empty page comes back.", "Paging through a list API");
        var edits = await ReconcileAsync(
            fixture,
            0.99,
            null,
            [stored],
            fixture.NewMemory(" loop until an empty  page comes back", "Paging through a list API"));
        edits.Inserts.ShouldBeEmpty();
        edits.Updates.ShouldHaveSingleItem().Memory.Use.Reinforced.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_near_is_judged_and_only_that()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var near = await fixture.AddAsync("Always ask for the next page until none is left.", "Paging through a list API");
        var far = await fixture.AddAsync("Water the plants in the evening.", "Gardening in summer");
        var asked = new List<string>();
        VerdictFunction judge = (_, others, _) =>
        {
            asked.AddRange(others.Select(other => other.Id));
            return Task.FromResult<IReadOnlyList<Verdict>>([Verdict.Contradicts]);
        };
        var candidate = fixture.NewMemory("Never ask for the next page; the first is all.", "Paging through a list API");
        var edits = await ReconcileAsync(fixture, 0.5, judge, [near, far], candidate);
        asked.ShouldBe([near.Id]);
        edits.Inserts.ShouldHaveSingleItem().Id.ShouldBe(candidate.Id);
        edits.Supersessions.ShouldHaveSingleItem().MemoryId.ShouldBe(near.Id);
    }

    [Fact]
    public async Task Lessons_of_one_request_are_held_against_each_other()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var first = fixture.NewMemory("Check the page size.", "Paging");
        var edits = await ReconcileAsync(
            fixture,
            0.99,
            null,
            [],
            first,
            fixture.NewMemory("check the page size", "Paging"),
            fixture.NewMemory("Close the file.", "Files"));
        edits.Inserts.Select(memory => memory.Content).ShouldBe(["Check the page size.", "Close the file."]);
    }

    [Fact]
    public async Task What_equals_a_memory_that_was_deleted_meanwhile_is_stored()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var gone = fixture.NewMemory("Check the page size.", "Paging");
        (await ReconcileAsync(fixture, 0.99, null, [gone], fixture.NewMemory("Check the page size.", "Paging"))).Inserts.ShouldHaveSingleItem();
    }

    [Fact]
    public void Likeness_is_that_of_situation_and_lesson()
    {
        var paging = new EditorFixture().NewMemory("Loop until an empty page comes back.", "Paging through a list API");
        var alike = new EditorFixture().NewMemory("Request pages until one comes back empty.", "When paging through list APIs");
        var other = new EditorFixture().NewMemory("Water the plants in the evening.", "Gardening in summer");
        Similarity.Of(paging, alike).ShouldBeGreaterThan(0.75);
        Similarity.Of(paging, other).ShouldBeLessThan(0.4);
        Similarity.Of(paging, paging).ShouldBe(1, 1e-5);
    }

    private static async Task<MemoryEdits> ReconcileAsync(
        EditorFixture fixture,
        double threshold,
        VerdictFunction? judge,
        IReadOnlyList<Memory> near,
        params Memory[] candidates)
    {
        var findings = await new Deduplicator(Similarity, threshold, judge).FindAsync(
            candidates,
            (_, _) => Task.FromResult(near),
            TestContext.Current.CancellationToken);
        var ids = findings.SelectMany(finding => (string[])[finding.Candidate.Id, finding.Other?.Id ?? finding.Candidate.Id]).Distinct();
        var stored = await fixture.Store.GetAsync(EditorFixture.Workspace, [.. ids], TestContext.Current.CancellationToken);
        return FindingEdits.Of(findings, stored, fixture.Time.GetUtcNow());
    }
}
