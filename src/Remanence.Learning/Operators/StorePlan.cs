using Remanence.Editing;
using Remanence.Flows;

namespace Remanence.Operators;

/// <summary>What a flow wants to change in the store. Operators hand it to <c>update_vector_store</c> in the slot <see cref="StoreSlots.Plan"/>.</summary>
internal abstract class StorePlan : MemoryPlan
{
    /// <summary>Tells of it in the response, which has <c>memory_list</c>, <c>deleted_memory_ids</c> and <c>update_result</c> already.</summary>
    /// <param name="edits">What was committed.</param>
    /// <param name="response">The response.</param>
    /// <param name="form">Writes memories.</param>
    public virtual void Report(MemoryEdits edits, FlowResponse response, AnswerForm form)
    {
    }
}
