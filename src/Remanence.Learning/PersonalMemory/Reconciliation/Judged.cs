using Remanence.Memories;

namespace Remanence.PersonalMemory.Reconciliation;

/// <summary>
/// What a model found between facts, and which stored ones it could see when it was asked: what others store or change meanwhile is judged too before it is
/// settled, and nothing else is asked again. Not thread-safe.
/// </summary>
internal sealed class Judged
{
    private readonly List<RelationFinding> _findings;
    private readonly Dictionary<string, string> _seen;
    private readonly Func<IReadOnlyList<Memory>, IReadOnlyList<Memory>, CancellationToken, Task<IReadOnlyList<RelationFinding>>>? _ask;

    /// <summary>No model judges.</summary>
    public Judged()
        : this([], [], null)
    {
    }

    /// <param name="findings">What was found.</param>
    /// <param name="seen">The stored facts at the time of asking.</param>
    /// <param name="ask">Compares facts with stored ones that were not there; null: nobody is asked again.</param>
    public Judged(
        IEnumerable<RelationFinding> findings,
        IEnumerable<Memory> seen,
        Func<IReadOnlyList<Memory>, IReadOnlyList<Memory>, CancellationToken, Task<IReadOnlyList<RelationFinding>>>? ask)
    {
        (_findings, _ask) = ([.. findings], ask);
        _seen = seen.ToDictionary(memory => memory.Id, memory => memory.Content, StringComparer.Ordinal);
    }

    public IReadOnlyList<RelationFinding> Findings => _findings;

    /// <summary>Drops what was found about words that are others now, and has what is new judged.</summary>
    /// <param name="facts">New facts.</param>
    /// <param name="stored">The stored ones as they are.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    public async Task FollowAsync(IReadOnlyList<Memory> facts, IReadOnlyList<Memory> stored, CancellationToken cancellationToken)
    {
        var changed = stored
            .Where(memory => _seen.TryGetValue(memory.Id, out var words) && words != memory.Content)
            .Select(memory => memory.Id)
            .ToHashSet(StringComparer.Ordinal);
        _findings.RemoveAll(finding => changed.Contains(finding.FirstId) || changed.Contains(finding.SecondId));
        if (_ask is null)
        {
            return;
        }

        var news = stored.Where(memory => memory.Status == MemoryStatus.Active && (changed.Contains(memory.Id) || !_seen.ContainsKey(memory.Id))).ToList();
        if (news.Count > 0 && facts.Count > 0)
        {
            _findings.AddRange(await _ask(facts, news, cancellationToken));
        }

        foreach (var memory in stored)
        {
            _seen[memory.Id] = memory.Content;
        }
    }
}
