namespace Remanence.Search;

/// <summary>A batch of what changed in a workspace, for a <see cref="CandidateSource"/>.</summary>
public sealed record SourceChanges
{
    /// <summary>The workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Ids of memories that are gone; unknown ones are passed over.</summary>
    public IReadOnlyList<string> Removals { get; init; } = [];

    /// <summary>Memories as they are now, each replacing what was kept under its id.</summary>
    public IReadOnlyList<SourceDocument> Upserts { get; init; } = [];

    /// <summary>What to keep, word for word, once the batch is in; null: the position stays as it was.</summary>
    public string? Position { get; init; }
}
