using Remanence.Flows;
using Remanence.Memories;
using Remanence.ReMe.Library;

namespace Remanence.Editing;

/// <summary>
/// What a flow wants to change in the store, made from the state that is found when it is carried out. Operators hand it to <c>update_vector_store</c> in the slot
/// <see cref="StoreSlots.Plan"/>.
/// </summary>
internal abstract class StorePlan
{
    /// <summary>Who changes, for the history.</summary>
    public abstract string Actor { get; }

    /// <summary>Reads and plans. Called again when others were faster, so it must not change anything itself, nor take long.</summary>
    /// <param name="memories">The store.</param>
    /// <param name="scope">Where.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public abstract Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Tells of it in the response, which has <c>memory_list</c>, <c>deleted_memory_ids</c> and <c>update_result</c> already.</summary>
    /// <param name="edits">What was committed.</param>
    /// <param name="response">The response.</param>
    /// <param name="writer">Writes memories as ReMe's objects.</param>
    public virtual void Report(MemoryEdits edits, FlowResponse response, ReMeWriter writer)
    {
    }
}
