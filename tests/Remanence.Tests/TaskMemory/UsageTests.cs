using Remanence.Memories;
using Remanence.Stores;
using Remanence.TaskMemory.Storage;
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
        (await fixture.Store.GetHistoryAsync(EditorFixture.Workspace, memory.Id, TestContext.Current.CancellationToken)).Select(entry => entry.Actor).ShouldBe(["api", "test"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parallel_counts_add_up(bool severalProcesses)
    {
        await using var fixture = await EditorFixture.CreateAsync();
        var memory = await fixture.AddAsync("c");
        var shared = fixture.Editor;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var editor = severalProcesses ? new MemoryEditor(fixture.Committer, fixture.Time) : shared;
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
        await Should.ThrowAsync<MemoryConflictException>(() => fixture.Editor.EditAsync(EditorFixture.Workspace, "test", (now, _) =>
        {
            var edits = new MemoryEdits();
            edits.Update(memory, new Memory(memory) { UpdatedAt = memory.UpdatedAt.AddDays(-1) }, HistoryOperation.Updated, now);
            return Task.FromResult(edits);
        }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, 0, 0, 0.5, false)]
    [InlineData(5, 2, 5, 0.5, true)]
    [InlineData(4, 0, 5, 0.5, false)]
    [InlineData(6, 3, 5, 0.5, false)]
    public void What_was_used_often_and_helped_seldom_is_useless(int used, int helped, int frequency, double utility, bool useless) =>
        UsageRules.IsUseless(new Memory(new EditorFixture().NewMemory("c")) { Use = new MemoryUse { Retrieved = used, Helpful = helped } }, frequency, utility).ShouldBe(useless);

    private static Task CountAsync(EditorFixture fixture, MemoryEditor editor, params UsageCount[] counts) =>
        editor.EditAsync(EditorFixture.Workspace, "test", async (now, cancellationToken) => UsageRules.Count(
            counts, await fixture.Store.GetAsync(EditorFixture.Workspace, [.. counts.Select(count => count.MemoryId).Distinct()], cancellationToken), now), TestContext.Current.CancellationToken);
}
