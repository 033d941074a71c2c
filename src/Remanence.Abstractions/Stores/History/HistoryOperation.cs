namespace Remanence.Stores.History;

/// <summary>What happened to a memory.</summary>
public enum HistoryOperation
{
    /// <summary>First stored.</summary>
    Created,

    /// <summary>Changed.</summary>
    Updated,

    /// <summary>Replaced by another memory.</summary>
    Superseded,

    /// <summary>Taken out.</summary>
    Deleted,

    /// <summary>Brought back, or put back to an earlier state.</summary>
    Restored,
}
