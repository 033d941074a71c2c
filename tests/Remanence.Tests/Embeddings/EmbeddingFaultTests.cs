using Remanence.Embeddings;
using Remanence.Models;
using Remanence.Services;
using Remanence.Stores;
using static Remanence.Tests.Embeddings.EmbeddingChangeTests;
using static Remanence.Tests.Embeddings.EmbeddingFixture;

namespace Remanence.Tests.Embeddings;

/// <summary>Whatever breaks off in the middle goes on where it was; whatever hangs does not hold up a search.</summary>
public sealed class EmbeddingFaultTests : IDisposable
{
    private readonly FakeEmbedder _a = new(1, 64);
    private readonly FakeEmbedder _b = new(2, 48);

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
    }

    [Fact]
    public async Task Killed_at_any_commit_a_change_ends_where_it_should()
    {
        var commits = 0;
        for (var kill = 1; ; kill++)
        {
            await using var fixture = await CreateAsync(Wanting(_a.As("a")));
            await fixture.SayAsync(Filler(14));
            await fixture.WorkAsync();
            _b.Asked.Clear();
            var dying = new TroubledStore(fixture.Store);
            var second = await CreateAsync(Wanting(_b.As("b")), dying, fixture.Clock);
            dying.Left = kill;
            try
            {
                await second.WorkAsync();
            }
            catch (StoreUnavailableException)
            {
            }

            if (dying.Left > 0)
            {
                break;
            }

            // The lease of the dead process runs out, and another one takes over.
            commits++;
            fixture.Clock.Advance(TimeSpan.FromMinutes(5));
            var third = await fixture.RestartAsync(Wanting(_b.As("b")));
            (await third.AskAsync("lamp 3")).Results[0].Memory.Content.ShouldStartWith("lamp 3 ");
            await third.WorkAsync();
            var info = await third.InfoAsync();
            (info.Embedding!.Space.Name, info.Embedding.Memories, info.NextEmbedding).ShouldBe(("model-2", 14, null));
            (await third.AskAsync("lamp 3")).Results[0].Explanation!.EmbeddingSpace.ShouldBe("model-2");

            // What was committed was not paid for twice: at most the batch in flight is asked again, besides the questions.
            _b.Asked.Count(text => text != "lamp 3").ShouldBeLessThanOrEqualTo(14 + 4);
        }

        commits.ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_job_that_is_done_before_its_commit_is_told_leaves_nothing_behind()
    {
        var store = new TroubledStore(new InMemoryStore());
        await using var fixture = await CreateAsync(Wanting(_a.As("a")), store);
        store.After = () => fixture.WorkAsync();
        await fixture.SayAsync("lamp 1");
        await fixture.SayAsync("lamp 2");
        await fixture.WorkAsync();
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(2);
    }

    [Fact]
    public async Task What_counted_on_a_job_that_began_before_its_commit_gets_another()
    {
        var store = new TroubledStore(new InMemoryStore());
        await using var fixture = await CreateAsync(Wanting(_a.As("a")), store);
        await fixture.SayAsync("lamp 1");
        store.Before = () => fixture.WorkAsync();
        await fixture.SayAsync("lamp 2");
        await fixture.WorkAsync();
        (await fixture.InfoAsync()).Embedding!.Memories.ShouldBe(2);
    }

    [Fact]
    public async Task Writes_and_searches_go_on_while_spaces_change()
    {
        var store = new InMemoryStore();
        var said = 0;
        foreach (var embedders in new[] { Wanting(_a.As("a")), Wanting(_b.As("b"), _a.As("a")), Wanting(_a.As("a"), _b.As("b")), null })
        {
            var fixture = await CreateAsync(embedders, store);
            var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    var word = $"unique{Interlocked.Increment(ref said)}x";
                    await fixture.SayAsync($"the word is {word}");
                    (await fixture.AskAsync(word)).Results[0].Memory.Content.ShouldEndWith(word);
                }
            })).ToList();
            using var stop = new CancellationTokenSource();
            var worker = Task.Run(async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await fixture.WorkAsync();
                    await Task.Yield();
                }
            });
            await Task.WhenAll(writers);
            await stop.CancelAsync();
            await worker;
            await fixture.WorkAsync();
            var info = await fixture.InfoAsync();
            (info.Embedding?.Memories, info.NextEmbedding).ShouldBe((embedders is null ? null : (long?)said, null));
            (await fixture.AskAsync($"unique{said}x")).Results[0].Explanation!.EmbeddingSpace.ShouldBe(info.Embedding?.Space.Name);
        }
    }

    [Fact]
    public async Task A_hanging_endpoint_holds_up_a_search_no_longer_than_its_limit()
    {
        await using var fixture = await CreateAsync(Wanting(_a.As("a")) with { QueryTimeout = TimeSpan.FromMilliseconds(50) });
        await fixture.SayAsync(Filler(5));
        await fixture.WorkAsync();
        var asked = 0;
        _a.Before = (_, _) =>
        {
            Interlocked.Increment(ref asked);
            return new TaskCompletionSource().Task;
        };
        for (var i = 0; i < 6; i++)
        {
            var answer = await fixture.AskAsync($"lamp {i % 5}");
            answer.Results[0].Memory.Content.ShouldStartWith($"lamp {i % 5} ");
            answer.Results[0].Explanation!.EmbeddingSpace.ShouldBeNull();
            answer.Degraded!.ShouldContain(i < 3 ? "no answer within 0.05 s" : "has failed 3 times");
        }

        asked.ShouldBe(3);
        _a.Before = null;
        fixture.Clock.Advance(TimeSpan.FromSeconds(11));
        (await fixture.AskAsync("lamp 2")).Degraded.ShouldBeNull();
    }

    [Fact]
    public async Task A_question_asked_again_is_not_embedded_again()
    {
        await using var fixture = await CreateAsync(Wanting(_a.As("a")));
        await fixture.SayAsync(Filler(5));
        await fixture.WorkAsync();
        _a.Asked.Clear();
        for (var i = 0; i < 300; i++)
        {
            await fixture.AskAsync("lamp 1");
            await fixture.AskAsync($"chair {i}");
        }

        _a.Asked.Count(text => text == "lamp 1").ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_search_is_cancelled_and_no_failure()
    {
        await using var fixture = await CreateAsync(Wanting(_a.As("a")));
        await fixture.SayAsync(Filler(5));
        await fixture.WorkAsync();
        using var cancelled = new CancellationTokenSource();
        _a.Before = (_, _) => cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            () => fixture.Engine.RetrieveAsync(Workspace, new RetrieveRequest { Query = "lamp" }, cancelled.Token));
        _a.Before = null;
        (await fixture.AskAsync("lamp")).Degraded.ShouldBeNull();
    }

    [Theory]
    [InlineData(ModelFailure.Unauthorized)]
    [InlineData(ModelFailure.BadReply)]
    public async Task A_failure_that_stays_does_not_stop_the_other_embedder(ModelFailure failure)
    {
        await using var first = await CreateAsync(Wanting(_a.As("a")));
        await first.SayAsync(Filler(5));
        await first.WorkAsync();
        _a.Before = (_, _) => Task.FromException(new ModelException(failure, "Gone."));
        await using var second = await first.RestartAsync(Wanting(_b.As("b"), _a.As("a")));
        await second.SayAsync("one more");
        (await second.WorkAsync()).ShouldBeGreaterThan(0);
        (await second.InfoAsync()).Embedding!.ShouldBe(new EmbeddingProgress(new EmbeddingSpace("model-2", 48, _b.As("b").Hash), 6));
    }

    [Fact]
    public void A_wanted_embedder_that_is_not_there_is_an_error() =>
        Should
            .Throw<InvalidOperationException>(() =>
                new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { Embedders = new EmbedderOptions { Wanted = "x" } }))
            .Message.ShouldContain("\"x\"");
}
