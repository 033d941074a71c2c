using Remanence.Stores;

namespace Remanence.Transfer;

/// <summary>Whole workspaces out and in.</summary>
public interface IMemoryTransfer
{
    /// <summary>Everything in a workspace, losslessly, jobs left out.</summary>
    /// <param name="workspace">The workspace; an unknown one throws <see cref="MemoryNotFoundException"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<ExportRecord> ExportAsync(string workspace, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings an export into a workspace once all of it was read and found good: in one step up to 1,000 records, in several beyond. What exists already by id
    /// is skipped, so an import that stopped between steps can be repeated.
    /// </summary>
    /// <param name="workspace">The workspace; created when new; need not be the exported one.</param>
    /// <param name="records">The export.</param>
    /// <param name="cancellationToken">Stops it before or after a step.</param>
    /// <exception cref="InvalidRequestException">A record cannot be understood; nothing was stored.</exception>
    Task<ImportResult> ImportAsync(string workspace, IAsyncEnumerable<ExportRecord> records, CancellationToken cancellationToken = default);
}
