namespace Remanence.Sqlite.Repair;

/// <summary>What a repair came to.</summary>
public enum SqliteRepairOutcome
{
    /// <summary>Nothing is wrong with the file; nothing was touched.</summary>
    Sound,

    /// <summary>All that the file held is there again.</summary>
    Whole,

    /// <summary>All that can be read is there again, and something cannot.</summary>
    Partial,
}
