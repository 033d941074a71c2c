using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>The writing process is killed in the middle of its work, again and again, on one file.</summary>
public abstract class KillTests(int seed)
{
    private const int Rounds = 50;

    private readonly Dictionary<string, string> _expected = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_loses_no_acknowledged_write_and_tears_no_change_set()
    {
        using var folder = new TempFolder();
        var random = new Random(seed);
        var acknowledged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            _touched.Clear();
            var pending = new Dictionary<string, string[]>(StringComparer.Ordinal);
            using var writer = new WriterProcess(folder.Store, (seed * 1000) + round, $"r{round}");
            var killAfter = random.Next(1, 60);
            var killed = false;

            // What it had written into the pipe before it died counts: it was acknowledged.
            while (await writer.ReadLineAsync(Token) is { } line)
            {
                acknowledged += Follow(line, pending);
                if (!killed && (killAfter -= line[0] == 'd' ? 1 : 0) <= 0)
                {
                    await writer.KillAsync(Token);
                    killed = true;
                }
            }

            killed.ShouldBeTrue("The writer ended by itself.");
            await VerifyAsync(folder.Store, pending, everything: round == Rounds - 1);
        }

        acknowledged.ShouldBeGreaterThan(Rounds);
    }

    private int Follow(string line, Dictionary<string, string[]> pending)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // A line cut off by the kill says nothing.
        if (words is ["begin", var lane, .. var changes])
        {
            pending[lane] = changes;
        }
        else if (words is ["done", var finished] && pending.Remove(finished, out var applied))
        {
            Apply(applied);
            return 1;
        }

        return 0;
    }

    private void Apply(string[] changes)
    {
        foreach (var (id, content) in changes.Select(Parse))
        {
            _touched.Add(id);
            _ = content is null ? _expected.Remove(id) : (_expected[id] = content) is null;
        }
    }

    private async Task VerifyAsync(string path, Dictionary<string, string[]> pending, bool everything)
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = path });
        await store.OpenAsync(Token);
        foreach (var changes in pending.Values)
        {
            // Begun and not acknowledged: it may be there, but then whole. The first insert tells.
            if (await store.GetAsync("ws", Parse(changes[0]).Id, Token) is not null)
            {
                Apply(changes);
            }
            else
            {
                _touched.UnionWith(changes.Select(change => Parse(change).Id));
            }
        }

        string[] ids = [.. everything ? _expected.Keys.Union(_touched, StringComparer.Ordinal) : _touched];
        var found = (await store.GetAsync("ws", ids, Token)).ToDictionary(memory => memory.Id, memory => memory.Content, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            found.GetValueOrDefault(id).ShouldBe(_expected.GetValueOrDefault(id), id);
        }

        (await store.GetWorkspaceAsync("ws", Token))!.Memories.ShouldBe(_expected.Count);
        if (everything)
        {
            var all = await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token);
            all.Order(StringComparer.Ordinal).ShouldBe(_expected.Keys.Order(StringComparer.Ordinal));
        }

        await VerifyIndexAsync(store);
    }

    // The index is built from what the kill left: it finds what is there and nothing that is not.
    private async Task VerifyIndexAsync(SqliteStore store)
    {
        await using var engine = new MemoryEngine(store);
        foreach (var id in _touched.Take(5))
        {
            var query = _expected.GetValueOrDefault(id) ?? id;
            var request = new RetrieveRequest { Query = query, TopK = ServiceLimits.MaxTopK };
            var found = (await engine.RetrieveAsync("ws", request, Token)).Results.Select(result => result.Memory).ToList();
            found.ShouldAllBe(memory => _expected.GetValueOrDefault(memory.Id) == memory.Content);
            if (_expected.ContainsKey(id))
            {
                found.ShouldContain(memory => memory.Id == id);
            }
        }
    }

    private static (string Id, string? Content) Parse(string change) =>
        change.Split('=') is [var id, var content] ? (id, content) : (change, null);
}
