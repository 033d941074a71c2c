using Remanence.Memories;
using Remanence.Stores.Filters;

namespace Remanence.Search;

/// <summary>A question, read by tokenizer, embedder and time understanding.</summary>
internal sealed record SearchQuery
{
    /// <summary>The question's own words.</summary>
    public required string Text { get; init; }

    /// <summary>Distinct terms, each with what it counts.</summary>
    public required IReadOnlyList<QueryTerm> Terms { get; init; }

    /// <summary><c>float[d]</c>, unit length, or all zero.</summary>
    public required float[] Vector { get; init; }

    /// <summary>The question in the workspace's external space; null: the built-in one answers.</summary>
    public SpaceVector? External { get; init; }

    /// <summary>What the asker may see.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Only these kinds; null: all.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Only memories that fulfil it; null: all.</summary>
    public MemoryFilter? Filter { get; init; }

    /// <summary>Whether <see cref="Filter"/> decides on status as well.</summary>
    public bool AnyStatus { get; init; }

    /// <summary>What was believed then; null: what is believed now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Times that the query names.</summary>
    public IReadOnlyList<QueryTime> Times { get; init; } = [];

    /// <summary>The query asks for a time.</summary>
    public bool AsksWhen { get; init; }

    /// <summary>The query asks what the assistant said.</summary>
    public bool AsksAssistant { get; init; }

    /// <summary>Only memories with a passage that has this share of the terms that are no stop words; 0: all.</summary>
    public double LeastShared { get; init; }

    /// <summary>At most so many memories.</summary>
    public required int TopK { get; init; }

    /// <summary>Whether results carry their components.</summary>
    public bool Explain { get; init; }
}
