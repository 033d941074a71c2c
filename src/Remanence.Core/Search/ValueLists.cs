using System.Runtime.InteropServices;

namespace Remanence.Search;

/// <summary>A list of words for each row, every distinct word kept once. Not thread-safe.</summary>
internal sealed class ValueLists
{
    private readonly List<int> _ends = [];
    private readonly List<int> _numbers = [];
    private long _characters;

    /// <summary>The distinct words.</summary>
    public Interner Words { get; } = new();

    /// <summary>An estimate of what the lists take beyond their rows.</summary>
    public long Bytes => (_numbers.Count * 4L) + (Words.Count * 64L) + (_characters * 2);

    public void Add(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            var before = Words.Count;
            _numbers.Add(Words.Add(word));
            _characters += Words.Count > before ? word.Length : 0;
        }

        _ends.Add(_numbers.Count);
    }

    /// <summary>The numbers of a row's words.</summary>
    public ReadOnlySpan<int> Of(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return CollectionsMarshal.AsSpan(_numbers)[start.._ends[row]];
    }
}
