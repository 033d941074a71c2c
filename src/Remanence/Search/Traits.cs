namespace Remanence.Search;

/// <summary>What ranking wants to know of a memory at a glance.</summary>
[Flags]
internal enum Traits : byte
{
    None = 0,

    /// <summary>Said by a user, or by nobody in particular.</summary>
    ByUser = 1,

    /// <summary>Said by an assistant, a tool or the system.</summary>
    ByAssistant = 2,

    /// <summary>Only asks.</summary>
    Asks = 4,

    /// <summary>Hardly says anything.</summary>
    SaysLittle = 8,

    /// <summary>Speaks of a time.</summary>
    HasTime = 16,

    /// <summary>Its text needed more than one passage.</summary>
    Long = 32,

    All = ByUser | ByAssistant | Asks | SaysLittle | HasTime | Long,
}
