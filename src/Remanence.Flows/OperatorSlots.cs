using Remanence.Flows.Slots;

namespace Remanence.Flows;

/// <summary>
/// The slots of an operator. A flow is checked by them when it is built, and an operator that touches a slot that it does not declare fails.
/// </summary>
public sealed record OperatorSlots
{
    /// <summary>No slot at all.</summary>
    public static readonly OperatorSlots None = new();

    /// <summary>What it cannot do without: an input of the flow, or what a step before writes.</summary>
    public IReadOnlyList<Slot> Required { get; init; } = [];

    /// <summary>What it reads when it is there.</summary>
    public IReadOnlyList<Slot> Optional { get; init; } = [];

    /// <summary>What it writes, and may read back.</summary>
    public IReadOnlyList<Slot> Writes { get; init; } = [];

    /// <summary>
    /// Fields of the call that it looks up in <see cref="FlowContext.Inputs"/>. A surface that holds calls to what a flow takes refuses others.
    /// </summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
