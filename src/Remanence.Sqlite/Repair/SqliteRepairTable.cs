namespace Remanence.Sqlite.Repair;

/// <summary>What came of one table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">How many rows were brought out.</param>
/// <param name="Lost">How many were not, as far as that is known.</param>
/// <param name="MayLackMore">Whether pages with more of its rows may be lost, of which nothing tells how many.</param>
public sealed record SqliteRepairTable(string Name, long Read, long Lost, bool MayLackMore);
