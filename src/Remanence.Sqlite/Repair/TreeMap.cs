using System.Buffers.Binary;

namespace Remanence.Sqlite.Repair;

/// <summary>
/// What is known of where things lie in a damaged file: which pages belong to which table or index as far as the way to them is whole, and which are free.
/// </summary>
internal sealed class TreeMap
{
    // Deeper than a tree of the largest file.
    private const int DeepestTree = 24;

    private readonly DamagedFile _file;
    private readonly CellReader _cells;
    private readonly Dictionary<uint, string> _owners = [];
    private readonly HashSet<uint> _free = [];
    private readonly HashSet<string> _brokenWays = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brokenLeaves = new(StringComparer.Ordinal);

    private TreeMap(DamagedFile file)
    {
        _file = file;
        _cells = new CellReader(file);
    }

    /// <summary>Whether the list of free pages holds together.</summary>
    public bool KnowsFreePages { get; private set; }

    /// <summary>Goes through a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="usual">Where the roots are in a new file, for one that no longer says.</param>
    public static TreeMap Of(DamagedFile file, IReadOnlyDictionary<string, uint> usual)
    {
        var map = new TreeMap(file);
        map.Walk(1, "sqlite_schema");
        var roots = map.Roots();
        var knows = map.IsWhole("sqlite_schema") && roots.Count > 0;

        // What was dropped is not whole for having no page that cannot be read.
        map._brokenWays.UnionWith(knows ? usual.Keys.Except(roots.Keys, StringComparer.Ordinal) : []);
        foreach (var (name, root) in knows ? roots : usual)
        {
            map.Walk(roots.GetValueOrDefault(name, root), name);
        }

        map.KnowsFreePages = map.ReadFreePages();
        return map;
    }

    /// <summary>Which table or index a page belongs to; null: nobody knows.</summary>
    public string? Owner(uint page) => _owners.GetValueOrDefault(page);

    /// <summary>Whether a page is free: what it holds was deleted.</summary>
    public bool IsFree(uint page) => _free.Contains(page) && !_owners.ContainsKey(page);

    /// <summary>Whether every page of a table or an index was come to.</summary>
    public bool IsWhole(string name) => !_brokenWays.Contains(name) && !_brokenLeaves.Contains(name);

    /// <summary>Whether pages with rows of it cannot be read.</summary>
    public bool LacksLeaves(string name) => _brokenLeaves.Contains(name);

    private Dictionary<string, uint> Roots()
    {
        var roots = new Dictionary<string, uint>(StringComparer.Ordinal);
        var page = new byte[_file.PageSize];
        foreach (var number in _owners.Where(owned => owned.Value == "sqlite_schema").Select(owned => owned.Key).ToList())
        {
            if (!_file.TryRead(number, page) || !PageView.TryRead(page, number, _file.Usable, out var view) || !view.IsTableLeaf)
            {
                continue;
            }

            for (var cell = 0; cell < view.Cells; cell++)
            {
                // Type, name, table, root, text.
                if (
                    _cells.Read(page, view, cell, out _) is { } record
                    && RecordParser.Parse(record)
                        is [{ Kind: RecordKind.Text }, { Kind: RecordKind.Text } name, _, { Kind: RecordKind.Integer, Integer: > 1 } root, _]
                    && root.Integer <= _file.Pages)
                {
                    roots.TryAdd(System.Text.Encoding.UTF8.GetString(record, name.At, name.Length), (uint)root.Integer);
                }
            }
        }

        return roots;
    }

    private void Walk(uint root, string name)
    {
        var stack = new Stack<(uint Page, int Depth)>([(root, 0)]);
        var page = new byte[_file.PageSize];
        var unread = new List<int>();
        int? leaves = null;
        while (stack.TryPop(out var next))
        {
            if (next.Page == 0 || next.Depth > DeepestTree || !_file.TryRead(next.Page, page))
            {
                unread.Add(next.Depth);
            }
            else if (!_owners.TryAdd(next.Page, name))
            {
                // Two lead to it, so that one of them leads astray.
                unread.Add(next.Depth);
            }
            else if (!PageView.TryRead(page, next.Page, _file.Usable, out var view))
            {
                unread.Add(next.Depth);
            }
            else if (view.IsInterior)
            {
                PushChildren(view, next.Depth + 1, stack);
            }
            else
            {
                leaves = next.Depth;
            }
        }

        // All leaves are equally deep. Where none was come to, those that hang on no way are found all the same.
        foreach (var depth in unread)
        {
            (depth == leaves ? _brokenLeaves : _brokenWays).Add(name);
        }
    }

    private static void PushChildren(PageView view, int depth, Stack<(uint Page, int Depth)> stack)
    {
        for (var cell = 0; cell < view.Cells; cell++)
        {
            stack.Push((view.Child(cell), depth));
        }

        stack.Push((view.RightChild, depth));
    }

    private bool ReadFreePages()
    {
        var page = new byte[_file.PageSize];
        var trunks = 0;
        for (var trunk = _file.FirstFree; trunk != 0;)
        {
            if (++trunks > _file.Pages || !_file.TryRead(trunk, page) || !_free.Add(trunk))
            {
                return false;
            }

            var leaves = BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(4));
            if (leaves > (_file.Usable / 4) - 2)
            {
                return false;
            }

            for (var leaf = 0; leaf < leaves; leaf++)
            {
                var number = BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(8 + (4 * leaf)));
                if (number == 0 || number > _file.Pages || !_free.Add(number))
                {
                    return false;
                }
            }

            trunk = BinaryPrimitives.ReadUInt32BigEndian(page);
        }

        return _file.HasHeader && _free.Count == _file.FreePages && !_free.Any(_owners.ContainsKey);
    }
}
