using Remanence.Stores;

namespace Remanence.Search;

/// <summary>
/// A search engine beside the store: it is told what the store holds, and names the memories that may answer a question, by words, by vectors or by both. What
/// it names is read from the store, checked again and ranked with context, times and people as above every source, so it may name too much and be late, but it
/// must not leave out what it has. Thread-safe. Methods throw a <see cref="RemanenceException"/> (<see cref="StoreUnavailableException"/> when the engine is
/// away) on what a caller can act on.
/// </summary>
/// <remarks>
/// <para><b>Tenants.</b> Everything belongs to one workspace, names of workspaces, ids and texts are data, and no call may name or change anything of
/// another.</para>
/// <para><b>Feeding.</b> One job a workspace follows the store's changes: it asks for the position, removes and puts what changed since in batches, and gives
/// the new position with the last one. Whatever breaks off is told again from the position that was kept, so putting or removing twice must be as good as once.
/// A workspace that was dropped, created again, or of which something was erased is <see cref="DropAsync"/>ped and told anew: nothing of it may be left, in
/// files neither.</para>
/// <para><b>Vectors.</b> All of a workspace are of one space, and so is the vector of a question; another space comes with a drop.</para>
/// </remarks>
public abstract class CandidateSource : IAsyncDisposable
{
    /// <summary>What it is called in answers that have to do without it, such as <c>qdrant</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The position that was kept with the last batch that had one; null when the workspace was never told to its end, or was dropped.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<string?> GetPositionAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>
    /// Takes in a batch: removes, puts, and then keeps the position, where the batch has one. When the task completes, searches see it and the position is
    /// durable; when it fails in between, the old position stands, whatever else was done.
    /// </summary>
    /// <param name="changes">The batch.</param>
    /// <param name="cancellationToken">Stops it anywhere.</param>
    public abstract Task ApplyAsync(SourceChanges changes, CancellationToken cancellationToken);

    /// <summary>Removes everything of a workspace and its position; one that is not there is none to remove.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Stops it anywhere.</param>
    public abstract Task DropAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>
    /// Names up to <see cref="CandidateQuery.Limit"/> memories for each signal that it has, the best of each. What the filter or the scope excludes should not
    /// be named; what they admit must be, within the limit.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public abstract Task<CandidateResult> FindAsync(CandidateQuery query, CancellationToken cancellationToken);

    /// <summary>Closes what the source holds open. What it keeps stays.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
