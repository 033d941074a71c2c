namespace Remanence.Retrieval;

/// <summary>Where a time lies, seen from an event.</summary>
internal enum EventSide
{
    /// <summary>Up to its beginning.</summary>
    Before,

    /// <summary>Up to its end.</summary>
    Until,

    /// <summary>From its beginning.</summary>
    Since,

    /// <summary>From its end.</summary>
    After,
}
