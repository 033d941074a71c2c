namespace Remanence.Stores.Changes;

/// <summary>A store that tells what changed since a commit, so that indexes elsewhere stay fresh.</summary>
public interface IChangeFeed
{
    /// <summary>
    /// The memories changed after a commit, each once with its state now: first those that are gone, then the others in the order in
    /// which they were first stored, so that an index built anew lays conversations out as they were held; from 0 this is everything.
    /// Reads one consistent snapshot, and ends. Erased memories are told as gone, without their words; whoever holds what it read before asks for
    /// <see cref="MemoryStore.GetFreshnessAsync"/> and starts from 0 when the generation is another.
    /// </summary>
    /// <param name="workspace">The workspace; an unknown one yields nothing.</param>
    /// <param name="afterSequence">The last commit known.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<MemoryChange> ReadChangesAsync(string workspace, long afterSequence, CancellationToken cancellationToken);

    /// <summary>
    /// A page of the same in the order of the commits, so that whoever hands changes on holds no more than a page, and no snapshot between two. What changes
    /// meanwhile moves behind the page; with the last page all has been told that was committed before it was read. <see cref="MemoryChange.EndsCommit"/> is
    /// not set. Where it is not implemented, all changes are read for each page.
    /// </summary>
    /// <param name="workspace">The workspace; an unknown one yields nothing.</param>
    /// <param name="afterSequence">The last commit known.</param>
    /// <param name="cursor">The page before's <see cref="Page{T}.NextCursor"/>; null: the first page.</param>
    /// <param name="limit">At most so many, 1 to <see cref="StoreArguments.MaxLimit"/>; fewer where they are large.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Page<MemoryChange>> QueryChangesAsync(string workspace, long afterSequence, string? cursor, int limit, CancellationToken cancellationToken) =>
        ChangePages.ReadAsync(this, workspace, afterSequence, cursor, limit, cancellationToken);

    /// <summary>
    /// Waits until the workspace has a commit after one, whoever makes it, in this process or another; at once when it has. The workspace need not exist yet.
    /// Whoever reads the changes after a number and then waits for more than that number misses none. <see cref="StoreSignals"/> does it within a process.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="afterSequence">The last commit known.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken);
}
