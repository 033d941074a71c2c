namespace Remanence.Stores;

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
    /// Waits until the workspace has a commit after one, whoever makes it, in this process or another; at once when it has. The workspace need not exist yet. Whoever
    /// reads the changes after a number and then waits for more than that number misses none. <see cref="StoreSignals"/> does it within a process.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="afterSequence">The last commit known.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken);
}
