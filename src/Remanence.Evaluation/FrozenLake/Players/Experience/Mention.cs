using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players.Experience;

/// <summary>Something that a text says, and where. What it is about follows from the order of mentions.</summary>
/// <param name="At">The character where it begins.</param>
internal abstract record Mention(int At)
{
    /// <summary>The rows of a map.</summary>
    public sealed record Map(int At, IReadOnlyList<string> Rows) : Mention(At);

    /// <summary>The moves of a run.</summary>
    /// <param name="At">The character where it begins.</param>
    /// <param name="Moves">The moves, in order.</param>
    /// <param name="Whole">False where the text says that it leaves some out.</param>
    public sealed record Actions(int At, IReadOnlyList<LakeAction> Moves, bool Whole) : Mention(At);

    /// <summary>How a run ended.</summary>
    public sealed record Outcome(int At, bool Success) : Mention(At);

    /// <summary>Where a hole is.</summary>
    public sealed record Hole(int At, LakeCell Cell) : Mention(At);
}
