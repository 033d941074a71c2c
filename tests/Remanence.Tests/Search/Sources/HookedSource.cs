using OwnSource;
using Remanence.Search;

namespace Remanence.Tests.Search.Sources;

/// <summary>The sample's search engine, where a test may step in before each batch, and look what came of it.</summary>
internal sealed class HookedSource : CandidateSource
{
    private readonly NaiveSource _inner = new();
    private readonly Dictionary<(string Workspace, string Id), int> _vectors = [];

    public override string Name => _inner.Name;

    /// <summary>What each batch meets before it is taken in.</summary>
    public Func<SourceChanges, CancellationToken, Task>? Before { get; set; }

    /// <summary>How long the vectors of each document are, by its first; 0 where it has none.</summary>
    public IReadOnlyList<int> Vectors(string workspace)
    {
        lock (_vectors)
        {
            return [.. _vectors.Where(held => held.Key.Workspace == workspace).Select(held => held.Value)];
        }
    }

    public override Task<string?> GetPositionAsync(string workspace, CancellationToken cancellationToken) =>
        _inner.GetPositionAsync(workspace, cancellationToken);

    public override async Task ApplyAsync(SourceChanges changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await (Before?.Invoke(changes, cancellationToken) ?? Task.CompletedTask);
        await _inner.ApplyAsync(changes, cancellationToken);
        lock (_vectors)
        {
            foreach (var id in changes.Removals)
            {
                _vectors.Remove((changes.Workspace, id));
            }

            foreach (var document in changes.Upserts)
            {
                _vectors[(changes.Workspace, document.Memory.Id)] = document.Vectors.Count == 0 ? 0 : document.Vectors[0].Length;
            }
        }
    }

    public override async Task DropAsync(string workspace, CancellationToken cancellationToken)
    {
        await _inner.DropAsync(workspace, cancellationToken);
        lock (_vectors)
        {
            foreach (var held in _vectors.Keys.Where(key => key.Workspace == workspace).ToList())
            {
                _vectors.Remove(held);
            }
        }
    }

    public override Task<CandidateResult> FindAsync(CandidateQuery query, CancellationToken cancellationToken) => _inner.FindAsync(query, cancellationToken);
}
