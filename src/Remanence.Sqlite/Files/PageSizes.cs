using System.Numerics;

namespace Remanence.Sqlite.Files;

/// <summary>What pages may be long.</summary>
internal static class PageSizes
{
    /// <summary>What SQLite makes pages of where nobody says otherwise.</summary>
    public const int Usual = 4096;

    public static bool IsOne(int size) => size is >= 512 and <= 65_536 && BitOperations.IsPow2(size);
}
