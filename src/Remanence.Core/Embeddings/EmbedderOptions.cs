using Remanence.Diagnostics;

namespace Remanence.Embeddings;

/// <summary>The external embedders, and which of them workspaces shall be embedded with.</summary>
public sealed record EmbedderOptions
{
    /// <summary>
    /// All that can be asked, by distinct names. One that is not wanted (any more) still reads the questions to the workspaces that it wrote.
    /// </summary>
    public IReadOnlyList<ExternalEmbedder> Embedders { get; init; } = [];

    /// <summary>The name of the one that every workspace shall be embedded with; null: the built-in embedder alone.</summary>
    public string? Wanted { get; init; }

    /// <summary>The longest that a search waits for its question's vector before the built-in space answers. Default 2 s.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Passages in one call, at most. Default 128.</summary>
    public int MaxBatchTexts { get; init; } = 128;

    /// <summary>UTF-16 units in one call, at most; a single longer passage goes alone. Default 60,000.</summary>
    public int MaxBatchCharacters { get; init; } = 60_000;

    /// <summary>How long one job embeds before it lets others of its workspace go first and queues its continuation. Default 30 s.</summary>
    public TimeSpan Slice { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The embedder behind <see cref="Wanted"/>; null: the built-in one.</summary>
    internal ExternalEmbedder? Target => Wanted is null ? null : Embedders.FirstOrDefault(embedder => embedder.Name == Wanted) ?? throw Missing();

    internal ExternalEmbedder? Find(EmbeddingSpace space) => Embedders.FirstOrDefault(embedder => embedder.Writes(space));

    private InvalidOperationException Missing() =>
        new(
            $"There is no embedder {Printable.Show(Wanted!)}; "
            + $"{(Embedders.Count == 0 ? "none is configured" : "use one of " + string.Join(", ", Embedders.Select(embedder => embedder.Name)))}.");
}
