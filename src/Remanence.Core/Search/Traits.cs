namespace Remanence.Search;

/// <summary>What ranking and filters want to know of a memory at a glance.</summary>
[Flags]
internal enum Traits : byte
{
    None = 0,

    /// <summary>Said by an assistant, a tool or the system.</summary>
    ByAssistant = 1,

    /// <summary>Only asks.</summary>
    Asks = 2,

    /// <summary>Hardly says anything.</summary>
    SaysLittle = 4,

    /// <summary>Speaks of a time.</summary>
    HasTime = 8,

    /// <summary>More than a few sentences.</summary>
    Long = 16,

    /// <summary>Seen by reflection.</summary>
    Reflected = 32,

    All = ByAssistant | Asks | SaysLittle | HasTime | Long | Reflected,
}
