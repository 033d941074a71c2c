using System.Diagnostics;
using Remanence.Benchmarks.Measuring;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Sqlite;
using Remanence.Stores;

namespace Remanence.Benchmarks.Limits;

/// <summary>
/// What erasing single facts takes, which must not grow with the workspace: what was concluded from them, and the messages behind them, are found with them.
/// </summary>
internal static class FactErasureLimits
{
    private const string Workspace = "facts";
    private const string Conversation = "talk";
    private const int Facts = 50_000;
    private const int FactsOfInsight = 10;
    private const int FactsWithInsight = 10_000;
    private const int Erasures = 200;
    private const int Batch = 1_000;
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(TextWriter output)
    {
        Machine.Print(output);
        var limits = new LimitTable();
        await MeasureAsync(limits);
        limits.Print(output);
    }

    public static async Task MeasureAsync(LimitTable limits)
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.File("facts.db"));
        await using var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = folder.File("facts.db") }));
        await engine.OpenAsync();
        await MeasureAsync(engine, "a fact behind an insight", 0, limits);
        await MeasureAsync(engine, "a fact of which nothing was concluded", FactsWithInsight, limits);
    }

    private static async Task MeasureAsync(MemoryEngine engine, string what, int first, LimitTable limits)
    {
        var latencies = new Latencies(Erasures);
        for (var i = 0; i < Erasures; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var erasure = await engine.EraseAsync(new Scope(Workspace), FactId(first + (i * FactsOfInsight)));
            latencies.Since(started);
            if (erasure is not { Memories: > 0, TracesUntil: null })
            {
                throw new InvalidOperationException($"Fact {i} was not erased at once.");
            }
        }

        limits.Below($"erasing {what} in a workspace of {Facts:#,0} facts, p50", latencies.Percentile(50), 20, "ms");
        limits.Note("the same, p95", latencies.Percentile(95), "ms");
    }

    private static async Task WriteAsync(string path)
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = path });
        await store.OpenAsync(CancellationToken.None);
        foreach (var batch in Enumerable.Range(0, Facts).Chunk(Batch))
        {
            await store.CommitAsync(
                new ChangeSet
                {
                    Id = $"set{batch[0]}",
                    Workspace = Workspace,
                    At = Start,
                    Resources =
                    [
                        new Resource
                        {
                            Id = Conversation,
                            Scope = Person,
                            Modality = Modalities.Conversation,
                            RecordedAt = Start,
                        },
                    ],
                    Messages =
                    [
                        .. batch.Select(i => new StoredMessage
                        {
                            ResourceId = Conversation,
                            Position = i,
                            Message = new Message
                            {
                                Id = $"said{i}",
                                Role = "user",
                                Content = Words(i),
                            },
                        }),
                    ],
                    Inserts = [.. batch.Select(Fact), .. batch.Where(i => i < FactsWithInsight && i % FactsOfInsight == 0).Select(Insight)],
                },
                CancellationToken.None);
        }
    }

    private static Scope Person => new(Workspace, "ann");

    private static string FactId(int i) => $"fact{i}";

    private static string Words(int i) => $"Ann keeps shell {i} of the northern beach in drawer {i % 97}.";

    private static Memory Fact(int i) =>
        new(Of(FactId(i), MemoryKinds.Observation, Words(i))) { Sources = [new MemorySource { ResourceId = Conversation, MessageId = $"said{i}" }] };

    private static Memory Insight(int i) => new(Of($"insight{i}", MemoryKinds.Insight, $"Ann has a collection, of which shell {i} is one."))
    {
        Links = [.. Enumerable.Range(i, FactsOfInsight).Select(fact => new MemoryLink(FactId(fact), "drawn_from"))],
    };

    private static Memory Of(string id, string kind, string content) =>
        new() { Id = id, Scope = Person, Kind = kind, Content = content, ObservedAt = Start, RecordedAt = Start, UpdatedAt = Start };
}
