using Remanence.Models.Reranking;

namespace Remanence.Retrieval;

/// <summary>How a model orders the best results once more. It can only reorder: where it fails or takes too long, the results stay as they were.</summary>
public sealed record RerankOptions
{
    /// <summary>Creates the options.</summary>
    /// <param name="reranker">The model; not disposed.</param>
    public RerankOptions(Reranker reranker)
    {
        ArgumentNullException.ThrowIfNull(reranker);
        Reranker = reranker;
    }

    /// <summary>The model.</summary>
    public Reranker Reranker { get; }

    /// <summary>How many of the best it is shown, also when fewer are asked for. Default 30.</summary>
    public int Candidates { get; init; } = 30;

    /// <summary>The longest that a search waits for it. Default 2 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So much of a memory's text is shown, in UTF-16 units. Default 4,000.</summary>
    public int MaxCharacters { get; init; } = 4_000;
}
