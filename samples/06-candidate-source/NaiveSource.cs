using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Remanence.Search;
using Remanence.Stores.Filters;

namespace OwnSource;

// Shared words are counted, vectors compared one by one; of filters it knows kinds and standings only, and the engine sees to the rest.
public sealed class NaiveSource : CandidateSource
{
    private readonly ConcurrentDictionary<string, Held> _workspaces = new(StringComparer.Ordinal);

    public override string Name => "naive";

    public override Task<string?> GetPositionAsync(string workspace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_workspaces.GetValueOrDefault(workspace)?.Position);
    }

    public override Task ApplyAsync(SourceChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        var held = _workspaces.GetOrAdd(changes.Workspace, _ => new Held());
        foreach (var id in changes.Removals)
        {
            held.Documents.TryRemove(id, out _);
        }

        foreach (var document in changes.Upserts)
        {
            held.Documents[document.Memory.Id] = document;
        }

        held.Position = changes.Position ?? held.Position;
        return Task.CompletedTask;
    }

    public override Task DropAsync(string workspace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _workspaces.TryRemove(workspace, out _);
        return Task.CompletedTask;
    }

    public override Task<CandidateResult> FindAsync(CandidateQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var filter = FilterParts.Answerable(query.Filter, condition => condition is MemoryFilter.Kind or MemoryFilter.Status);
        var scored = (_workspaces.GetValueOrDefault(query.Scope.Workspace)?.Documents.Values ?? [])
            .Where(document => query.Scope.Sees(document.Memory.Scope) && (filter?.Matches(document.Memory) ?? true))
            .Select(document => new Candidate(document.Memory.Id, Words(query, document), Nearest(query, document)))
            .ToList();
        Candidate[] best =
        [
            .. scored.OrderByDescending(candidate => candidate.Lexical).Take(query.Limit)
                .UnionBy(scored.OrderByDescending(candidate => candidate.Cosine).Take(query.Limit), candidate => candidate.Id, StringComparer.Ordinal),
        ];
        return Task.FromResult(new CandidateResult(best, best.Length < scored.Count));
    }

    private static double Words(CandidateQuery query, SourceDocument document) =>
        query.Terms.Where(term => document.Terms.Any(held => held.Term == term.Term)).Sum(term => term.Weight);

    private static double? Nearest(CandidateQuery query, SourceDocument document) => query.Vector.IsEmpty || document.Vectors.Count == 0
        ? null
        : document.Vectors.Max(vector => TensorPrimitives.Dot(vector.Span, query.Vector.Span));

    private sealed class Held
    {
        public ConcurrentDictionary<string, SourceDocument> Documents { get; } = new(StringComparer.Ordinal);

        public string? Position { get; set; }
    }
}
