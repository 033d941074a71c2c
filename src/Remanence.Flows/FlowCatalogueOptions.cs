namespace Remanence.Flows;

/// <summary>How the flows of a catalogue are chosen, checked and run.</summary>
public sealed record FlowCatalogueOptions
{
    /// <summary>The only flows that there are; empty: all that are not disabled.</summary>
    public IReadOnlyList<string> EnabledFlows { get; init; } = [];

    /// <summary>The flows that there are not; without effect where <see cref="EnabledFlows"/> names any. A disabled flow is not checked.</summary>
    public IReadOnlyList<string> DisabledFlows { get; init; } = [];

    /// <summary>Flows of another catalogue, which the two lists may name as well.</summary>
    public IReadOnlyList<string> OtherFlows { get; init; } = [];

    /// <summary>The language of prompts and answers where neither call nor operator says another; null: that of the input.</summary>
    public string? Language { get; init; }

    /// <summary>The longest that a run may take; null, the default: no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The names below <c>llm</c> that operators may use; null: not checked.</summary>
    public IReadOnlyCollection<string>? ChatProfiles { get; init; }

    /// <summary>The names below <c>embedding_model</c> that operators may use; null: not checked.</summary>
    public IReadOnlyCollection<string>? EmbeddingProfiles { get; init; }

    /// <summary>The names below <c>vector_store</c> that operators may use; null: not checked.</summary>
    public IReadOnlyCollection<string>? VectorStores { get; init; }
}
