using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Repair;

/// <summary>
/// Reads every page of a damaged file that may hold rows, and writes the rows that are whole into a new one. A record tells by its shape which table's it is,
/// wherever it lies.
/// </summary>
internal sealed class PageScan
{
    private const string NamesIndex = "sqlite_autoindex_workspaces_1";

    // The page with this byte is never used.
    private const long LockedByte = 0x40000000;

    private readonly DamagedFile _file;
    private readonly TreeMap _map;
    private readonly IReadOnlyList<TableShape> _shapes;
    private readonly SqliteDatabase _draft;
    private readonly AlteredTables _altered;
    private readonly CellReader _cells;
    private readonly Dictionary<uint, (string Table, long Row)> _parts = [];
    private readonly HashSet<(string Table, long Row)> _doubtful = [];
    private readonly HashSet<uint> _unread = [];
    private TableShape? _last;

    public PageScan(DamagedFile file, TreeMap map, SqliteDatabase draft, AlteredTables altered)
    {
        (_file, _map, _draft, _altered) = (file, map, draft, altered);
        _shapes = [.. TableShape.Of(draft).Where(shape => !altered.Has(shape.Name))];
        _cells = new CellReader(file);
    }

    /// <summary>Rows that lie on pages of a table and cannot be read, by table; under the empty name those of which nobody knows whose they are.</summary>
    public Dictionary<string, long> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>Tables with rows where they do not belong, or where nobody knows what does.</summary>
    public HashSet<string> Misplaced { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of workspaces by their numbers, as an index has them.</summary>
    public Dictionary<long, string> Names { get; } = [];

    /// <summary>Pages that belong to nothing known, and of which nothing can be read.</summary>
    public int StrayPages { get; private set; }

    public void Run(CancellationToken cancellationToken)
    {
        var page = new byte[_file.PageSize];
        for (var number = 1U; number <= _file.Pages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_map.IsFree(number))
            {
                continue;
            }

            if (!_file.TryRead(number, page) || !PageView.TryRead(page, number, _file.Usable, out var view))
            {
                CountUnread(number, page);
            }
            else if (view.IsTableLeaf || view.IsIndex)
            {
                Scan(page, view, number);
            }
        }

        // What two rows claim belongs to one of them at most, and nobody's words get into another's.
        foreach (var (table, row) in _doubtful)
        {
            Count(table, _draft.Prepare($"DELETE FROM {table} WHERE rowid = ?1").Add(row).Run());
        }

        StrayPages = _unread.Count(stray => !_parts.ContainsKey(stray));
    }

    /// <summary>Counts what was brought out beside it.</summary>
    public void Add(IEnumerable<(string Table, long? Lost)> copied)
    {
        foreach (var (table, lost) in copied)
        {
            Count(table, lost ?? 0);
            if (lost is null)
            {
                Misplaced.Add(table);
            }
        }
    }

    private void Scan(byte[] page, PageView view, uint number)
    {
        var owner = _map.Owner(number);
        for (var cell = 0; cell < view.Cells; cell++)
        {
            var record = _cells.Read(page, view, cell, out var rowid);
            var values = record is null ? null : RecordParser.Parse(record);
            if (_altered.Has(owner))
            {
                // Brought out by the columns' names.
                Claim(string.Empty, number);
            }
            else if (view.IsIndex)
            {
                Claim(string.Empty, number);
                ReadEntry(record, values, owner);
            }
            else if (record is null || values is null || Shape(record, values, rowid, false) is not { } shape)
            {
                if (owner != "sqlite_schema" && owner != "sqlite_sequence" && !IsInternal(record, values))
                {
                    Count(owner ?? string.Empty, 1);
                }
            }
            else
            {
                Claim(shape.Name, rowid);
                Place(shape, owner);
                shape.Write(_draft, record, values, rowid);
            }
        }
    }

    // What no table of its own needs is made anew.
    private void ReadEntry(byte[]? record, IReadOnlyList<RecordValue>? values, string? owner)
    {
        if (record is null || values is null)
        {
            if (_shapes.Any(shape => shape.IsOwnIndex && shape.Name == owner))
            {
                Count(owner!, 1);
            }
        }
        else if (Shape(record, values, 0, true) is { } shape)
        {
            Place(shape, owner);
            shape.Write(_draft, record, values, 0);
        }
        else if (owner == NamesIndex && values is [{ Kind: RecordKind.Text } name, { Kind: RecordKind.Integer, Integer: > 0 } workspace]
            && System.Text.Unicode.Utf8.IsValid(record.AsSpan(name.At, name.Length)))
        {
            Names[workspace.Integer] = System.Text.Encoding.UTF8.GetString(record, name.At, name.Length);
        }
    }

    private void Place(TableShape shape, string? owner)
    {
        if (owner != shape.Name)
        {
            Misplaced.Add(shape.Name);
        }
    }

    private TableShape? Shape(byte[] record, IReadOnlyList<RecordValue> values, long rowid, bool isOwnIndex)
    {
        if (_last is { } last && last.IsOwnIndex == isOwnIndex && last.Matches(record, values, rowid))
        {
            return last;
        }

        foreach (var shape in _shapes)
        {
            if (shape.IsOwnIndex == isOwnIndex && shape.Matches(record, values, rowid))
            {
                return _last = shape;
            }
        }

        return null;
    }

    private void Claim(string table, long row)
    {
        foreach (var part in _cells.OverflowPages)
        {
            if (!_parts.TryAdd(part, (table, row)) && _parts[part] != (table, row))
            {
                Doubt(_parts[part]);
                Doubt((table, row));
            }
        }
    }

    // What is told by an index only is made anew.
    private void Doubt((string Table, long Row) row)
    {
        if (row.Table.Length > 0)
        {
            _doubtful.Add(row);
        }
    }

    private void CountUnread(uint number, byte[] page)
    {
        // A page that is free is empty; where the list of those is whole, this one is lost instead.
        if (_map.Owner(number) is null && number != LockedByte / _file.PageSize + 1 && (_map.KnowsFreePages || page.AsSpan().ContainsAnyExcept((byte)0)))
        {
            _unread.Add(number);
        }
    }

    private void Count(string table, long rows)
    {
        if (rows > 0)
        {
            Unreadable[table] = Unreadable.GetValueOrDefault(table) + rows;
        }
    }

    // The rows of SQLite's own tables, where the way to them is lost.
    private static bool IsInternal(byte[]? record, IReadOnlyList<RecordValue>? values) => record is not null && values is
        [{ Kind: RecordKind.Text }, { Kind: RecordKind.Text }, { Kind: RecordKind.Text }, { Kind: RecordKind.Integer }, _]
        or [{ Kind: RecordKind.Text }, { Kind: RecordKind.Integer }];
}
