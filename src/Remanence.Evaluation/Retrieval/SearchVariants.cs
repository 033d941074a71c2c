using Remanence.Search;

namespace Remanence.Evaluation.Retrieval;

/// <summary>The searches that a table of ablations compares: each part alone where it can stand alone, and everything without it.</summary>
public static class SearchVariants
{
    private static readonly SearchOptions Bare = new() { Context = false, Time = false, People = false };

    /// <summary>Search as it ships.</summary>
    public static SearchVariant Full { get; } = new("full", new SearchOptions());

    /// <summary>All of them, the full one first.</summary>
    public static IReadOnlyList<SearchVariant> All { get; } =
    [
        Full,
        new("lexical only", Bare with { Vector = false }),
        new("vector only", Bare with { Lexical = false }),
        new("lexical and vector", Bare),
        new("without lexical", new SearchOptions { Lexical = false }),
        new("without vector", new SearchOptions { Vector = false }),
        new("without context", new SearchOptions { Context = false }),
        new("without time", new SearchOptions { Time = false }),
        new("without people", new SearchOptions { People = false }),
    ];
}
