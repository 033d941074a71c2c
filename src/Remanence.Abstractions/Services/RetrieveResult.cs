namespace Remanence.Services;

/// <summary>The answer to a question.</summary>
public sealed record RetrieveResult
{
    /// <summary>The memories found, best first.</summary>
    public required IReadOnlyList<RetrievedMemory> Results { get; init; }

    /// <summary>Time taken, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>
    /// What <see cref="RetrieveRequest.MaxTokens"/> left out or cut; null when nothing. A cut memory has a <c>…</c> where something is missing.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>
    /// What the answer had to do without, and why, such as an embedder that is away; null when nothing. The results are complete all the same, unless the store
    /// is damaged.
    /// </summary>
    public string? Degraded { get; init; }

    /// <summary>One of <see cref="Modes"/>.</summary>
    public required string Mode { get; init; }
}
