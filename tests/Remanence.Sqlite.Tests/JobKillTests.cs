using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>The process with the job worker is killed between any two steps of its jobs, again and again, on one file.</summary>
public abstract class JobKillTests(int seed)
{
    private const int Rounds = 50;

    // What a round says at most: three jobs queued and three times four steps.
    private const int MostLines = 15;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killing_loses_no_job_and_doubles_no_effect()
    {
        using var folder = new TempFolder();
        var random = new Random(seed);
        var queued = new HashSet<string>(StringComparer.Ordinal);
        var killedInside = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var writer = new WriterProcess(folder.Store, round, $"r{round}", "jobs");
            var killAfter = random.Next(1, MostLines);
            var last = string.Empty;
            while (await writer.ReadLineAsync(Token) is { } line)
            {
                Follow(line, queued);
                last = line;
                if (--killAfter == 0)
                {
                    await writer.KillAsync(Token);
                }
            }

            killedInside += last.StartsWith("step", StringComparison.Ordinal) ? 1 : 0;
        }

        killedInside.ShouldBeGreaterThan(Rounds / 3);
        using (var drain = new WriterProcess(folder.Store, Rounds, "drain", "jobs"))
        {
            while (await drain.ReadLineAsync(Token) is { } line)
            {
                Follow(line, queued);
            }

            (await drain.ExitCodeAsync(Token)).ShouldBe(0);
        }

        await using var store = new SqliteStore(new SqliteStoreOptions { Path = folder.Store });
        await store.OpenAsync(Token);
        var jobs = (await store.QueryJobsAsync(new PageQuery { Scope = new Scope("ws"), Limit = 1000 }, [], Token)).Items;
        jobs.ShouldAllBe(job => job.State == JobState.Succeeded);
        jobs.Select(job => job.Id).ShouldBeSubsetOf(Enumerable.Range(0, Rounds).SelectMany(round => Enumerable.Range(0, 3).Select(i => $"r{round}-{i}")));
        queued.ShouldBeSubsetOf(jobs.Select(job => job.Id));
        var effects = (await store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Limit = 1000 }, Token)).Items.Select(memory => memory.Content);
        effects.Order(StringComparer.Ordinal).ShouldBe(jobs.Select(job => job.Id).Order(StringComparer.Ordinal));
    }

    // A line cut off by the kill says nothing.
    private static void Follow(string line, HashSet<string> queued)
    {
        if (line.Split(' ') is ["queued", var id] && id.Split('-') is [_, { Length: 1 }])
        {
            queued.Add(id);
        }
    }
}
