namespace Remanence.Models.Usage;

/// <summary>
/// A store that keeps the account of what models cost, so that it outlives the process and several share it. It holds no text and names no person. When a
/// workspace is dropped, its days go over to nobody's account and its jobs' are removed; a job that is removed takes its own along, its workspace's day stands.
/// Costs are kept to nine decimal places.
/// </summary>
public interface IUsageStore
{
    /// <summary>
    /// Adds to what is there, all or nothing, whoever else adds at the same time: each entry to its workspace's day, and to its job where it names one.
    /// </summary>
    /// <param name="entries">What to add.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    Task AddUsageAsync(IReadOnlyList<UsageEntry> entries, CancellationToken cancellationToken);

    /// <summary>The days of an account, oldest first, jobs not told apart; days without calls are left out.</summary>
    /// <param name="workspace">The workspace; null: nobody's.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<UsageEntry>> GetUsageAsync(string? workspace, DateOnly from, CancellationToken cancellationToken);

    /// <summary>What a job came to, over all its days.</summary>
    /// <param name="workspace">Its workspace.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<UsageTotals> GetJobUsageAsync(string workspace, string jobId, CancellationToken cancellationToken);
}
