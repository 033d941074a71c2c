using Remanence.Stores;

namespace Remanence.Commits;

/// <summary>What goes with memories that are erased.</summary>
/// <param name="Ids">Other memories that are erased, too.</param>
/// <param name="Changed">Memories that stand, and change.</param>
public sealed record ErasedWith(IReadOnlyList<string> Ids, IReadOnlyList<MemoryUpdate> Changed)
{
    /// <summary>Nothing.</summary>
    public static ErasedWith Nothing { get; } = new([], []);
}
