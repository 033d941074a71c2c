using Remanence.Models.Usage;

namespace Remanence.Models;

/// <summary>What a <see cref="ModelCatalog"/> keeps and limits.</summary>
public sealed record ModelCatalogOptions
{
    /// <summary>What may be spent. By default anything.</summary>
    public ModelBudgets Budgets { get; init; } = new();

    /// <summary>Bytes of embeddings that are kept in memory; 0: none. Default 64 MiB, some 16,000 of 1024 dimensions.</summary>
    public long EmbeddingCacheBytes { get; init; } = 64 << 20;

    /// <summary>
    /// Bytes of replies that are kept in memory; 0: none. Only whole replies to requests with a seed or a temperature of zero are kept. Default 16 MiB.
    /// </summary>
    public long ReplyCacheBytes { get; init; } = 16 << 20;
}
