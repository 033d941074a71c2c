using FsCheck.Fluent;
using Remanence.Jobs;
using Remanence.Stores;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Jobs;

public sealed class JobBatchProperties
{
    /// <summary>Whatever is said when, whoever waits, whatever fails and whenever the worker is stopped: each message is observed exactly once.</summary>
    [Fact]
    public void No_message_is_left_out_or_processed_twice() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), steps => RunAsync(steps).GetAwaiter().GetResult()).Hold(60, 40);

    private static async Task RunAsync(byte[] steps)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        var options = new JobOptions { BatchMessages = 4, Workers = 3, LeaseTime = TimeSpan.FromSeconds(5), MaxAttempts = 1000 };
        await using var store = new InMemoryStore(time);
        await store.OpenAsync(CancellationToken.None);
        var failing = 0;
        var fixture = await StartAsync();
        var said = new List<string>();
        foreach (var step in steps)
        {
            switch (step % 8)
            {
                case < 4:
                    said.Add($"m{said.Count}");
                    _ = await fixture.SayAsync(said[^1], session: $"s{step / 8 % 2}");
                    break;
                case 4:
                    time.Advance(TimeSpan.FromMilliseconds(step * 20));
                    break;
                case 5:
                    Volatile.Write(ref failing, step % 3);
                    break;
                case 6:
                    await fixture.Engine.StopJobsAsync();
                    fixture = await StartAsync();
                    break;
                default:
                    await Task.Yield();
                    time.Advance(TimeSpan.FromTicks(1));
                    break;
            }
        }

        Volatile.Write(ref failing, 0);
        await fixture.PassAsync(
            TimeSpan.FromSeconds(1),
            async () => (await store.CountJobsAsync(CancellationToken.None)).All(count => count.State == JobState.Succeeded),
            "Jobs are left.");
        (await fixture.ObservationsAsync()).Order(StringComparer.Ordinal).ShouldBe(said.Order(StringComparer.Ordinal));
        await fixture.Engine.StopJobsAsync();

        Task<JobFixture> StartAsync() => JobFixture.StartAsync(
            new ScriptedHandler(JobKinds.Consolidate, true, async (run, token) =>
            {
                var work = await JobFixture.ObserveAsync(store, run, time, token);
                await Task.Yield();
                return Volatile.Read(ref failing) switch
                {
                    1 => throw new InvalidOperationException(),
                    2 => throw new StoreUnavailableException("Away."),
                    _ => work,
                };
            }),
            options,
            store,
            time);
    }
}
