using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.TaskMemory.Usage;

namespace Remanence.Tests.TaskMemory;

/// <summary>Uses are counted, none is lost, and what does not help is told.</summary>
public sealed class UsageTests
{
    [Fact]
    public async Task Uses_and_help_are_counted_apart()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var memory = await fixture.AddAsync("c");
        await CountAsync(fixture, fixture.Editor, new UsageCount(memory.Id, 1, 0), new UsageCount(memory.Id, 1, 1), new UsageCount("gone", 1, 1));
        var use = (await fixture.GetAsync(memory.Id)).Use;
        (use.Retrieved, use.Helpful, use.LastHelpful).ShouldBe((2, 1, fixture.Time.GetUtcNow()));
        (await fixture.Store.GetHistoryAsync(EditorFixture.Workspace, memory.Id, TestContext.Current.CancellationToken))
            .Select(entry => entry.Actor)
            .ShouldBe(["api", "test"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parallel_counts_add_up(bool severalProcesses)
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var memory = await fixture.AddAsync("c");
        var shared = fixture.Editor;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var editor = severalProcesses ? new PlanCommitter(fixture.Committer, fixture.Time) : shared;
                        for (var i = 0; i < 25; i++)
                        {
                            await CountAsync(fixture, editor, new UsageCount(memory.Id, 1, i % 2));
                        }
                    })));
        var use = (await fixture.GetAsync(memory.Id)).Use;
        (use.Retrieved, use.Helpful).ShouldBe((200, 96));
    }

    [Fact]
    public async Task An_edit_that_keeps_losing_says_so()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var memory = await fixture.AddAsync("c");
        await Should.ThrowAsync<MemoryConflictException>(() =>
            fixture.Editor.EditAsync(
                EditorFixture.Workspace,
                "test",
                (now, _) =>
                {
                    var edits = new MemoryEdits();
                    edits.Update(memory, new Memory(memory) { UpdatedAt = memory.UpdatedAt.AddDays(-1) }, HistoryOperation.Updated, now);
                    return Task.FromResult(edits);
                },
                TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_another_process_inserted_first_is_planned_again()
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var (mine, theirs) = (fixture.NewMemory("mine"), fixture.NewMemory("theirs"));
        var plans = 0;
        var done = await fixture.Editor.EditAsync(
            EditorFixture.Workspace,
            "test",
            async (now, cancellationToken) =>
            {
                var edits = new MemoryEdits();
                if (plans++ == 0)
                {
                    edits.Inserts.AddRange([mine, theirs]);
                    await fixture.Committer.CommitAsync(
                        new ChangeSet
                        {
                            Id = "other",
                            Workspace = EditorFixture.Workspace,
                            At = now,
                            Inserts = [theirs],
                        },
                        cancellationToken);
                }
                else
                {
                    edits.Update(theirs, theirs, HistoryOperation.Updated, now);
                }

                return edits;
            },
            TestContext.Current.CancellationToken);
        done.Inserts.ShouldHaveSingleItem().Content.ShouldBe("mine");
        done.Updates.ShouldHaveSingleItem().Memory.Id.ShouldBe(theirs.Id);
        plans.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 0, 0, 0.5, false)]
    [InlineData(5, 2, 5, 0.5, true)]
    [InlineData(4, 0, 5, 0.5, false)]
    [InlineData(6, 3, 5, 0.5, false)]
    public void What_was_used_often_and_helped_seldom_is_useless(int used, int helped, int frequency, double utility, bool useless) =>
        UsageRules
            .IsUseless(
                new Memory(new EditorFixture().NewMemory("c"))
                {
                    Use = new MemoryUse { Retrieved = used, Helpful = helped },
                },
                frequency,
                utility)
            .ShouldBe(useless);

    private static Task CountAsync(EditorFixture fixture, PlanCommitter editor, params UsageCount[] counts) =>
        editor.EditAsync(
            EditorFixture.Workspace,
            "test",
            async (now, cancellationToken) =>
            {
                var stored = await fixture.Store.GetAsync(EditorFixture.Workspace, [.. counts.Select(count => count.MemoryId).Distinct()], cancellationToken);

                // So that others come between reading and writing.
                await Task.Yield();
                return UsageRules.Count(counts, stored, now);
            },
            TestContext.Current.CancellationToken);
}
