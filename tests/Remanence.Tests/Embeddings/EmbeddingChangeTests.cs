using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Services;
using static Remanence.Tests.Embeddings.EmbeddingFixture;

namespace Remanence.Tests.Embeddings;

/// <summary>A workspace goes from one embedder to another, and answers all the while.</summary>
public sealed class EmbeddingChangeTests : IDisposable
{
    private readonly FakeEmbedder _a = Knowing(new FakeEmbedder(1, 64));
    private readonly FakeEmbedder _b = Knowing(new FakeEmbedder(2, 48));

    private ExternalEmbedder A => _a.As("a");

    private ExternalEmbedder B => _b.As("b");

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    [Fact]
    public async Task What_is_said_is_found_at_once_and_better_once_embedded()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        var id = await fixture.SayAsync("zorp arrived yesterday");
        await fixture.SayAsync(Filler(20));
        (await fixture.JobsAsync()).ShouldHaveSingleItem().Kind.ShouldBe("embed");
        (await fixture.AskAsync("zorp")).Results[0].Memory.Id.ShouldBe(id);
        _a.Calls.ShouldBeEmpty();

        (await fixture.WorkAsync()).ShouldBe(1);
        (await fixture.InfoAsync()).Embedding.ShouldBe(new EmbeddingProgress(new EmbeddingSpace("model-1", 64, A.Hash), 21));
        _a.Calls.ShouldAllBe(count => count <= 4);
        fixture.Progress[^1].ShouldBe(1);
        fixture.Progress.ShouldBeInOrder();

        // No word in common: only the external space knows that a quux is a zorp.
        var found = await fixture.AskAsync("quux");
        found.Results[0].Memory.Id.ShouldBe(id);
        found.Results[0].Explanation!.EmbeddingSpace.ShouldBe("model-1");
        found.Degraded.ShouldBeNull();
    }

    [Fact]
    public async Task Built_in_to_a_to_b_and_back_answers_before_during_and_after()
    {
        await using var first = await CreateAsync(null);
        var id = await first.SayAsync("zorp arrived yesterday");
        await first.SayAsync(Filler(20));
        (await first.JobsAsync()).ShouldBeEmpty();
        var builtIn = Show(await first.AskAsync("who arrived with a lamp?"));

        await using var second = await first.RestartAsync(Wanting(A));
        (await second.JobsAsync()).ShouldHaveSingleItem();
        Show(await second.AskAsync("who arrived with a lamp?")).ShouldBe(builtIn);
        await second.WorkAsync();
        (await second.AskAsync("quux")).Results[0].Memory.Id.ShouldBe(id);

        // While B is built, A answers; when A is not configured any more, the built-in one does and says so.
        await using var third = await first.RestartAsync(Wanting(B, A));
        (await third.AskAsync("quux")).Results[0].Explanation!.EmbeddingSpace.ShouldBe("model-1");
        await using var fourth = await first.RestartAsync(Wanting(B));
        var without = await fourth.AskAsync("who arrived with a lamp?");
        Show(without).ShouldBe(builtIn);
        without.Degraded!.ShouldContain("model-1");
        await fourth.WorkAsync();
        var info = await fourth.InfoAsync();
        (info.Embedding!.Space.Name, info.Embedding.Memories, info.NextEmbedding).ShouldBe(("model-2", 21, null));
        var after = await fourth.AskAsync("quux");
        (after.Results[0].Memory.Id, after.Results[0].Explanation!.EmbeddingSpace, after.Degraded).ShouldBe((id, "model-2", null));

        await using var last = await first.RestartAsync(null);
        await last.WorkAsync();
        (await last.InfoAsync()).Embedding.ShouldBeNull();
        var back = await last.AskAsync("who arrived with a lamp?");
        Show(back).ShouldBe(builtIn);
        back.Degraded.ShouldBeNull();
    }

    [Fact]
    public async Task A_new_index_answers_as_the_one_kept_in_step()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        var ids = (await fixture.SayAsync(Filler(30))).Memories.Select(memory => memory.Id).ToList();
        await fixture.WorkAsync();
        await fixture.Engine.UpdateAsync(new Scope(Workspace), ids[3], new MemoryPatch { Content = "zorp came back" });
        await fixture.Engine.UpdateAsync(new Scope(Workspace), ids[4], new MemoryPatch { Score = 0.9 });
        await fixture.Engine.ForgetAsync(new Scope(Workspace), ids[5]);
        await fixture.SayAsync("one more");
        foreach (var round in new[] { "before", "after" })
        {
            var fresh = await fixture.RestartAsync(Wanting(A));
            foreach (var query in new[] { "quux", "lamp 7", "came back", "one more" })
            {
                Show(await fresh.AskAsync(query)).ShouldBe(Show(await fixture.AskAsync(query)), $"{query} {round}");
            }

            await fixture.WorkAsync();
        }
    }

    [Fact]
    public async Task A_changed_text_is_never_found_by_its_old_vector()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        var id = await fixture.SayAsync("zorp arrived yesterday");
        await fixture.SayAsync(Filler(20));
        await fixture.WorkAsync();
        await fixture.Engine.UpdateAsync(new Scope(Workspace), id, new MemoryPatch { Content = "blargh" });
        var stale = (await fixture.AskAsync("quux", topK: 30)).Results.Single(result => result.Memory.Id == id);
        stale.Explanation!.EmbeddingSpace.ShouldBeNull();
        await fixture.WorkAsync();
        (await fixture.AskAsync("quux", topK: 30)).Results.Single(result => result.Memory.Id == id).Explanation!.EmbeddingSpace.ShouldBe("model-1");
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(21);
    }

    [Fact]
    public async Task A_day_without_the_endpoint_costs_nothing_but_the_wait()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        await fixture.SayAsync(Filler(6));
        await fixture.WorkAsync();
        _a.Before = (_, _) => FakeEmbedder.Away();
        for (var hour = 0; hour < 24; hour++)
        {
            var id = await fixture.SayAsync($"zorp of hour{hour}x");
            (await fixture.WorkAsync()).ShouldBe(0);
            var found = await fixture.AskAsync($"hour{hour}x");
            found.Results[0].Memory.Id.ShouldBe(id);
            found.Degraded!.ShouldContain("The embedder a ");
            fixture.Clock.Advance(TimeSpan.FromHours(1));
        }

        (await fixture.JobsAsync(Workspace, JobState.Queued, JobState.Retrying)).Count.ShouldBeLessThanOrEqualTo(25);
        _a.Before = null;
        (await fixture.WorkAsync()).ShouldBeGreaterThan(0);
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(30);
        _a.Asked.Where(text => text.StartsWith("zorp of", StringComparison.Ordinal)).Count().ShouldBe(24);
        (await fixture.AskAsync("quux")).Degraded.ShouldBeNull();
        (await fixture.JobsAsync(Workspace, JobState.Queued, JobState.Retrying)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_writes_queue_one_job()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        for (var i = 0; i < 50; i++)
        {
            await fixture.SayAsync($"line {i}");
        }

        (await fixture.JobsAsync()).ShouldHaveSingleItem();
        var job = (await fixture.JobsAsync())[0];
        await fixture.Engine.CancelJobAsync(job.Id);
        await fixture.SayAsync("after the cancellation");
        await fixture.WorkAsync();
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(51);

        // Dropped with its job, the workspace begins anew.
        await fixture.SayAsync("waits");
        await fixture.Engine.DropWorkspaceAsync(Workspace);
        await fixture.SayAsync("new");
        await fixture.WorkAsync();
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_text_blocks_no_other()
    {
        _a.Before = (texts, _) => texts.Any(text => text.Contains("poison", StringComparison.Ordinal))
            ? Task.FromException(new ModelException(ModelFailure.Rejected, "No."))
            : Task.CompletedTask;
        await using var fixture = await CreateAsync(Wanting(A));
        await fixture.SayAsync(["a poison here", .. Filler(9), "more poison", "zorp"]);
        (await fixture.WorkAsync()).ShouldBe(1);
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(12);
        (await fixture.AskAsync("quux")).Results[0].Memory.Content.ShouldBe("zorp");
        (await fixture.AskAsync("poison")).Results[0].Memory.Content.ShouldContain("poison");
        var calls = _a.Calls.Count;
        await fixture.SayAsync("another");
        await fixture.WorkAsync();
        _a.Asked.Count(text => text == "another").ShouldBe(1);
        _a.Calls.Count.ShouldBe(calls + 1);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_everything_is_an_error_and_not_a_refusal()
    {
        _a.Before = (_, _) => Task.FromException(new ModelException(ModelFailure.Rejected, "Unknown model."));
        await using var fixture = await CreateAsync(Wanting(A));
        await fixture.SayAsync(Filler(3));
        await fixture.WorkAsync();
        (await fixture.JobsAsync(Workspace, JobState.Dead)).ShouldHaveSingleItem().Error.ShouldBe("Unknown model.");
        (await fixture.InfoAsync()).NextEmbedding.ShouldBeNull();

        // Set right, it is noticed at the next start.
        _a.Before = null;
        await using var fixed1 = await fixture.RestartAsync(Wanting(A));
        await fixed1.WorkAsync();
        (await fixed1.InfoAsync()).Embedding!.Memories.ShouldBe(3);
    }

    [Fact]
    public async Task Other_dimensions_under_the_same_name_build_another_space()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        await fixture.SayAsync(Filler(10));
        await fixture.WorkAsync();
        _a.Dimensions = 32;
        (await fixture.AskAsync("lamp")).Degraded!.ShouldContain("32");
        await fixture.SayAsync("zorp");
        await fixture.WorkAsync();
        var info = await fixture.InfoAsync();
        (info.Embedding!.Space.Dimensions, info.Embedding.Memories, info.NextEmbedding).ShouldBe((32, 11, null));
        (await fixture.AskAsync("quux")).Results[0].Memory.Content.ShouldBe("zorp");
    }

    [Fact]
    public async Task A_long_run_lets_others_go_first()
    {
        _a.Before = (_, _) => Task.CompletedTask;
        await using var fixture = await CreateAsync(Wanting(A));
        _a.Before = (_, _) =>
        {
            fixture.Clock.Advance(TimeSpan.FromSeconds(12));
            return Task.CompletedTask;
        };
        await fixture.SayAsync(Filler(40));
        (await fixture.WorkAsync()).ShouldBeInRange(3, 5);
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(40);
        _a.Asked.Count.ShouldBe(40);
        (await fixture.JobsAsync(Workspace, JobState.Succeeded)).Skip(1).ShouldAllBe(job => job.Priority < 0);
    }

    [Fact]
    public async Task Imports_have_the_space_that_is_wanted()
    {
        await using var fixture = await CreateAsync(Wanting(A));
        await fixture.SayAsync([.. Filler(10), "zorp"]);
        await fixture.WorkAsync();

        await using var other = await CreateAsync(Wanting(B));
        await other.SayAsync(Filler(3), "in");
        await other.WorkAsync();
        await other.Engine.ImportAsync("in", fixture.Engine.ExportAsync(Workspace));
        (await other.AskAsync("zorp", "in")).Results[0].Memory.Content.ShouldBe("zorp");
        await other.WorkAsync();
        (await other.AskAsync("quux", "in")).Results[0].Memory.Content.ShouldBe("zorp");
        (await other.InfoAsync("in")).Embedding!.Memories.ShouldBe(14);
    }

    private static FakeEmbedder Knowing(FakeEmbedder embedder)
    {
        embedder.Families["quux"] = "zorp";
        return embedder;
    }

    internal static IEnumerable<string> Filler(int count) => Enumerable.Range(0, count).Select(i => $"lamp {i} stands beside chair number{i * 7}");

    private static string Show(RetrieveResult result) =>
        string.Join('\n', result.Results.Select(item => $"{item.Memory.Content} {item.Score:0.0000} {item.Explanation!.EmbeddingSpace}"));
}
