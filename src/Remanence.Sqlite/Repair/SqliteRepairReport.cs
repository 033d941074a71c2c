namespace Remanence.Sqlite.Repair;

/// <summary>What a repair found and did: counts, and nothing of what the store holds.</summary>
public sealed record SqliteRepairReport
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>What it came to.</summary>
    public required SqliteRepairOutcome Outcome { get; init; }

    /// <summary>What is wrong with the file; null: nothing.</summary>
    public string? Damage { get; init; }

    /// <summary>Whether changes that were acknowledged may be lost with the write-ahead log, an erasure among them.</summary>
    public bool LogDamaged { get; init; }

    /// <summary>What came of each table that holds something of its own.</summary>
    public IReadOnlyList<SqliteRepairTable> Tables { get; init; } = [];

    /// <summary>Workspaces whose names are lost, under those that they were given.</summary>
    public IReadOnlyList<string> Renamed { get; init; } = [];

    /// <summary>Where the damaged file is kept; null: it is still in its place.</summary>
    public string? KeptAs { get; init; }
}
