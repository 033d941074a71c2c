namespace Remanence.Flows;

/// <summary>What a step may do with a slot.</summary>
[Flags]
internal enum SlotAccess : byte
{
    None = 0,
    Read = 1,
    Write = 2,
}
