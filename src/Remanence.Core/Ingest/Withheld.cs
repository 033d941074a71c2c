using Remanence.Memories;

namespace Remanence.Ingest;

/// <summary>What withholding adds to a commit, and what it erases after it besides what is noted in the store.</summary>
/// <param name="Tombstones">To be stored with the messages.</param>
/// <param name="Again">Messages of the request that were stored before as they were.</param>
internal sealed record Withheld(IReadOnlyList<Memory> Tombstones, IReadOnlyList<Memory> Again)
{
    public static Withheld Nothing { get; } = new([], []);
}
