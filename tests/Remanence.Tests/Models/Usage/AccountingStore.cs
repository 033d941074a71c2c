using System.Threading.Channels;
using Remanence.Models.Usage;
using Remanence.Stores;

namespace Remanence.Tests.Models.Usage;

/// <summary>Counts what is asked of a store's account, and fails when told to.</summary>
internal sealed class AccountingStore : IUsageStore
{
    private readonly Channel<bool> _tried = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _added = Channel.CreateUnbounded<bool>();
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
            await _added.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task TriedAsync(int times)
    {
        for (; _seenTries < times; _seenTries++)
        {
            await _tried.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task AddUsageAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            _tried.Writer.TryWrite(true);
            throw failure;
        }

        await Inner.AddUsageAsync(entries, cancellationToken);
        Adds++;
        _added.Writer.TryWrite(true);
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
