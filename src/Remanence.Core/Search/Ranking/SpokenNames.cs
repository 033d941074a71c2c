using System.Runtime.InteropServices;

namespace Remanence.Search.Ranking;

/// <summary>Which terms of a question name somebody who speaks in what the asker may see.</summary>
internal sealed class SpokenNames
{
    private readonly Dictionary<string, IReadOnlySet<int>> _speakers = new(StringComparer.Ordinal);

    public SpokenNames(WorkspaceIndex index, SearchQuery query, SearchOptions options, ReadOnlySpan<byte> visible)
    {
        if (!options.People)
        {
            return;
        }

        foreach (var term in query.Terms)
        {
            if (index.Names.Find(term.Term) is { } speakers && AnyVisible(index, speakers, visible))
            {
                _speakers[term.Term] = speakers;
            }
        }
    }

    /// <summary>Numbers of the speakers named.</summary>
    public IEnumerable<int> Speakers => _speakers.Values.SelectMany(speakers => speakers);

    public bool IsName(string term) => _speakers.ContainsKey(term);

    private static bool AnyVisible(WorkspaceIndex index, IReadOnlySet<int> speakers, ReadOnlySpan<byte> visible)
    {
        var column = CollectionsMarshal.AsSpan(index.Documents.Speaker);
        for (var row = 0; row < visible.Length; row++)
        {
            if (visible[row] != 0 && column[row] >= 0 && speakers.Contains(column[row]))
            {
                return true;
            }
        }

        return false;
    }
}
