using Remanence.ConformanceTests.Stores;
using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Sqlite.Tests;

/// <summary>A clock that was set back while nobody ran.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StoreClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task That_is_set_back_between_two_starts_delays_no_job()
    {
        await using (var store = await OpenAsync())
        {
            await store.CommitAsync(
                Sample.Changes(jobs: [Sample.Job("retried", new Scope("ws", "ann")), Sample.Job("running", new Scope("ws", "bob"))]),
                Token);
            var retried = (await LeaseAsync(store)).ShouldNotBeNull();
            await store.TryUpdateJobAsync(new JobUpdate(retried, retried with { State = JobState.Retrying }) { DueIn = TimeSpan.FromSeconds(50) }, Token);
            (await LeaseAsync(store)).ShouldNotBeNull();
        }

        _clock.Advance(-TimeSpan.FromDays(3));
        await using var again = await OpenAsync();
        (await LeaseAsync(again)).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await LeaseAsync(again)).ShouldNotBeNull();
        (await LeaseAsync(again)).ShouldNotBeNull();
    }

    private static Task<Job?> LeaseAsync(SqliteStore store) => store.LeaseJobAsync("worker", TimeSpan.FromMinutes(1), [], Token);

    private async Task<SqliteStore> OpenAsync()
    {
        var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store, Time = _clock });
        await store.OpenAsync(Token);
        return store;
    }
}
