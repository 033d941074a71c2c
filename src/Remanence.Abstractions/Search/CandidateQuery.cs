using Remanence.Memories;
using Remanence.Stores.Filters;

namespace Remanence.Search;

/// <summary>A question to a <see cref="CandidateSource"/>.</summary>
public sealed record CandidateQuery
{
    /// <summary>What the asker may see, by <see cref="Scope.Sees"/>; the workspace always bounds the search.</summary>
    public required Scope Scope { get; init; }

    /// <summary>
    /// What memories must fulfil, standing and kind among it; null: all. A source that cannot say all of it in its own language asks
    /// <see cref="FilterParts.Answerable"/> for what it can: it may name what does not fulfil the filter, which is dropped afterwards, but must not pass over
    /// what does.
    /// </summary>
    public MemoryFilter? Filter { get; init; }

    /// <summary>The question as it was asked.</summary>
    public required string Text { get; init; }

    /// <summary>Its distinct terms, as in <see cref="SourceDocument.Terms"/>.</summary>
    public required IReadOnlyList<WeightedTerm> Terms { get; init; }

    /// <summary>Its vector, of unit length and of the space of the documents; empty when there is none.</summary>
    public ReadOnlyMemory<float> Vector { get; init; }

    /// <summary>So many of the best by words, and so many of the best by vectors.</summary>
    public required int Limit { get; init; }
}
