using Remanence.Memories;

namespace Remanence.Editing;

/// <summary>What somebody wants to change in the store, made from the state that is found when it is carried out.</summary>
public abstract class MemoryPlan
{
    /// <summary>Who changes, for the history.</summary>
    public abstract string Actor { get; }

    /// <summary>Reads and plans. Called again when others were faster, so it must not change anything itself, nor take long.</summary>
    /// <param name="memories">The store.</param>
    /// <param name="scope">Where.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public abstract Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken);
}
