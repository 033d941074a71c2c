using System.Runtime.InteropServices;
using System.Text.Json;

namespace Remanence.Search;

/// <summary>
/// The metadata of each row, taken apart into what a condition can hold for: texts, numbers, true and false under the names that lead to them. Every distinct
/// text is kept once; arrays and null, for which no condition holds, are left out. Not thread-safe.
/// </summary>
internal sealed class MetadataTable
{
    public const int Unknown = -1;
    private const int Root = 0;
    private readonly Dictionary<(int Parent, string Name), int> _paths = [];
    private readonly List<int> _ends = [];
    private readonly List<MetadataLeaf> _leaves = [];
    private long _characters;

    /// <summary>The distinct texts.</summary>
    public Interner Texts { get; } = new();

    /// <summary>An estimate of what the table takes beyond its rows.</summary>
    public long Bytes => (_leaves.Count * 16L) + (Texts.Count * 64L) + (_characters * 2) + (_paths.Count * 100L);

    public void Add(JsonElement? metadata)
    {
        if (metadata is { ValueKind: JsonValueKind.Object } members)
        {
            AddMembers(Root, members);
        }

        _ends.Add(_leaves.Count);
    }

    /// <summary>The number of a path; <see cref="Unknown"/> when no row has it.</summary>
    public int Find(IReadOnlyList<string> path)
    {
        var found = Root;
        foreach (var name in path)
        {
            if (!_paths.TryGetValue((found, name), out found))
            {
                return Unknown;
            }
        }

        return found;
    }

    /// <summary>What a row has.</summary>
    public ReadOnlySpan<MetadataLeaf> Of(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return CollectionsMarshal.AsSpan(_leaves)[start.._ends[row]];
    }

    // Of members with one name the last counts, as when JSON is read by name.
    private void AddMembers(int parent, JsonElement members)
    {
        var last = new Dictionary<int, JsonElement>();
        foreach (var member in members.EnumerateObject())
        {
            last[PathOf(parent, member.Name)] = member.Value;
        }

        foreach (var (path, value) in last)
        {
            AddValue(path, value);
        }
    }

    private void AddValue(int path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AddMembers(path, value);
                break;
            case JsonValueKind.String:
                _leaves.Add(new MetadataLeaf(path, TextOf(value.GetString()!)));
                break;
            case JsonValueKind.Number:
                _leaves.Add(new MetadataLeaf(path, MetadataLeaf.IsNumber, value.GetDouble()));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                _leaves.Add(new MetadataLeaf(path, value.ValueKind == JsonValueKind.True ? MetadataLeaf.IsTrue : MetadataLeaf.IsFalse));
                break;
        }
    }

    private int PathOf(int parent, string name)
    {
        if (!_paths.TryGetValue((parent, name), out var path))
        {
            _paths.Add((parent, name), path = _paths.Count + 1);
            _characters += name.Length;
        }

        return path;
    }

    private int TextOf(string text)
    {
        var before = Texts.Count;
        var number = Texts.Add(text);
        _characters += Texts.Count > before ? text.Length : 0;
        return number;
    }
}
