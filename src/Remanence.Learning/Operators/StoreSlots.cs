using Remanence.Flows.Slots;

namespace Remanence.Operators;

/// <summary>By which operators hand changes to <c>update_vector_store</c>.</summary>
internal static class StoreSlots
{
    /// <summary>What to change.</summary>
    public static readonly Slot<StorePlan> Plan = new("store_plan");
}
