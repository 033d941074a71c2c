using Remanence.Models.Usage;
using Remanence.Stores;

namespace Remanence.Tests.Models.Usage;

/// <summary>Counts what is asked of a store's account, and fails when told to.</summary>
internal sealed class AccountingStore : IUsageStore
{
    private readonly SemaphoreSlim _tried = new(0);
    private readonly SemaphoreSlim _added = new(0);
    private int _seenTries;
    private int _seenAdds;

    public InMemoryStore Inner { get; } = new();

    public Exception? Failure { get; set; }

    public Exception? ReadFailure { get; set; }

    public int Adds { get; private set; }

    public int Reads { get; private set; }

    public async Task AddedAsync(int times)
    {
        for (; _seenAdds < times; _seenAdds++)
        {
            await _added.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task TriedAsync(int times)
    {
        for (; _seenTries < times; _seenTries++)
        {
            await _tried.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task AddUsageAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            _tried.Release();
            throw failure;
        }

        await Inner.AddUsageAsync(entries, cancellationToken);
        Adds++;
        _added.Release();
    }

    public Task<IReadOnlyList<UsageEntry>> GetUsageAsync(string? workspace, DateOnly from, CancellationToken cancellationToken)
    {
        Reads++;
        return ReadFailure is { } failure ? Task.FromException<IReadOnlyList<UsageEntry>>(failure) : Inner.GetUsageAsync(workspace, from, cancellationToken);
    }

    public Task<UsageTotals> GetJobUsageAsync(string workspace, string jobId, CancellationToken cancellationToken)
    {
        Reads++;
        return ReadFailure is { } failure ? Task.FromException<UsageTotals>(failure) : Inner.GetJobUsageAsync(workspace, jobId, cancellationToken);
    }
}
