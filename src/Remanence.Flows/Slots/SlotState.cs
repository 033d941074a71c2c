namespace Remanence.Flows.Slots;

/// <summary>What a place of a run holds.</summary>
internal enum SlotState : byte
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>JSON of the call, not yet read.</summary>
    Json,

    /// <summary>A value.</summary>
    Value,
}
