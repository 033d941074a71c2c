namespace Remanence.Services;

/// <summary>The answer to a question.</summary>
public sealed record RetrieveResult
{
    /// <summary>The memories found, best first.</summary>
    public required IReadOnlyList<RetrievedMemory> Results { get; init; }

    /// <summary>Time taken, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>One of <see cref="Modes"/>.</summary>
    public required string Mode { get; init; }
}
