namespace Remanence.Search;

/// <summary>Which speakers a term of a query may name. Not thread-safe.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, HashSet<int>> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public NameIndex() => _bySpan = _speakers.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(int speaker, string[] nameTerms)
    {
        foreach (var term in nameTerms)
        {
            if (!_speakers.TryGetValue(term, out var speakers))
            {
                _speakers.Add(term, speakers = []);
            }

            speakers.Add(speaker);
        }
    }

    public IReadOnlySet<int>? Find(ReadOnlySpan<char> term) => _bySpan.TryGetValue(term, out var speakers) ? speakers : null;
}
