using Remanence.Memories;

namespace Remanence.Stores.Reads;

/// <summary>What a change set was planned from: the memories of a scope as they were at a commit.</summary>
/// <param name="Scope">Whose were read.</param>
/// <param name="At">How far the workspace was, asked for before the reading; null: there was none.</param>
public sealed record ReadMark(Scope Scope, Freshness? At)
{
    /// <summary>The kinds that were read; empty: all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether only memories of exactly this scope were read; false: all that it sees.</summary>
    public bool Exactly { get; init; }

    /// <summary>Whether what was read would hold a memory.</summary>
    /// <param name="scope">The memory's scope.</param>
    /// <param name="kind">Its kind.</param>
    public bool Covers(Scope scope, string kind) =>
        (Exactly ? Scope == scope : Scope.Sees(scope)) && (Kinds.Count == 0 || Kinds.Contains(kind, StringComparer.Ordinal));
}
