namespace Remanence.Transfer;

/// <summary>What an import brought in; what existed already counts as skipped.</summary>
/// <param name="Memories">Memories stored.</param>
/// <param name="Skipped">Memories whose ids existed.</param>
/// <param name="Resources">Resources stored.</param>
/// <param name="Messages">Messages stored.</param>
/// <param name="Categories">Categories stored.</param>
/// <param name="History">History entries stored.</param>
public sealed record ImportResult(long Memories, long Skipped, long Resources, long Messages, long Categories, long History)
{
    /// <summary>How many of those that were skipped say something else than what is there under their id, and so are lacking.</summary>
    public long Differing { get; init; }
}
