using System.Text.Unicode;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Schema;

namespace Remanence.Sqlite.Repair;

/// <summary>What a table's records look like, and how they are written into the new file.</summary>
internal sealed class TableShape
{
    // No text was ever written that ends like this; a page that was lost reads so.
    private const int ZeroesOfDamage = 32;

    private readonly IReadOnlyList<Column> _columns;
    private readonly string _insert;
    private readonly int _rowid;
    private readonly int _owner;
    private readonly int _ownerBits;
    private readonly bool _ownsKey;

    private TableShape(string name, IReadOnlyList<Column> columns, bool isOwnIndex, IReadOnlyList<IReadOnlyList<string>> unique)
    {
        (Name, _columns, IsOwnIndex) = (name, columns, isOwnIndex);
        _rowid = isOwnIndex ? -1 : columns.ToList().FindIndex(column => column is { IsKey: true, Type: "INTEGER" });
        var owner = name == "vectors" ? "space" : "workspace";
        _owner = columns.ToList().FindIndex(column => column.Name == owner && column.Type == "INTEGER");
        (_ownsKey, _ownerBits) = (_rowid >= 0 && columns[_rowid].Name == "key" && _owner >= 0, SqliteSchema.PlaceBits);
        _insert = Insert(unique);
    }

    public string Name { get; }

    public int ColumnCount => _columns.Count;

    /// <summary>Whether its rows lie in its primary key's own order, on pages as an index has.</summary>
    public bool IsOwnIndex { get; }

    /// <summary>The tables that a file has, but those that are made anew.</summary>
    public static IReadOnlyList<TableShape> Of(SqliteDatabase database)
    {
        var tables = new List<(string Name, bool IsOwnIndex)>();
        using (
            var row = database.Prepare(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN ('unfinished', 'links')"))
        {
            while (row.Step())
            {
                tables.Add((row.Text(0), row.Text(1).Contains("WITHOUT ROWID", StringComparison.Ordinal)));
            }
        }

        return [.. tables.Select(table => new TableShape(table.Name, Columns(database, table.Name), table.IsOwnIndex, Unique(database, table.Name)))];
    }

    /// <summary>The names of a table's columns; none: there is no such table.</summary>
    public static List<string> ColumnNames(SqliteDatabase database, string table) => Columns(database, table).ConvertAll(column => column.Name);

    /// <summary>Whether a record is one of this table's.</summary>
    public bool Matches(ReadOnlySpan<byte> record, IReadOnlyList<RecordValue> values, long rowid)
    {
        // A column that was added later is missing in rows of before.
        if (values.Count != _columns.Count && !(values.Count == _columns.Count - 1 && _columns[^1].MayBeMissing))
        {
            return false;
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (!Matches(record, values[i], i))
            {
                return false;
            }
        }

        return _rowid < 0 || (rowid > 0 && (!_ownsKey || rowid >> _ownerBits == values[_owner].Integer));
    }

    /// <summary>Writes a record into the new file, unless one of the same key that is newer is there.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Write(SqliteDatabase database, ReadOnlySpan<byte> record, IReadOnlyList<RecordValue> values, long rowid)
    {
        var statement = database.Prepare(_insert);
        for (var i = 0; i < _columns.Count; i++)
        {
            if (i == _rowid)
            {
                statement.Add(rowid);
            }
            else if (i == values.Count)
            {
                statement.Add(_columns[i].Default);
            }
            else
            {
                Add(statement, record, values[i]);
            }
        }

        return (_rowid < 0 && !IsOwnIndex ? statement.Add(rowid) : statement).Run() > 0;
    }

    private static void Add(SqliteStatement statement, ReadOnlySpan<byte> record, RecordValue value)
    {
        var bytes = record.Slice(value.At, value.Length);
        _ = value.Kind switch
        {
            RecordKind.Null => statement.AddNull(),
            RecordKind.Integer => statement.Add(value.Integer),
            RecordKind.Real => statement.Add(value.Real),
            RecordKind.Text => statement.AddText(bytes),
            _ => statement.AddBytes(bytes.ToArray()),
        };
    }

    private static List<Column> Columns(SqliteDatabase database, string table)
    {
        var columns = new List<Column>();
        using var row = database.Prepare($"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{table}') ORDER BY cid");
        while (row.Step())
        {
            columns.Add(new Column(row.Text(0), row.Text(1), row.Long(2) != 0, row.IsNull(3) ? null : row.Long(3), row.Long(4) != 0));
        }

        return columns;
    }

    private static List<IReadOnlyList<string>> Unique(SqliteDatabase database, string table)
    {
        var unique = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        using var row = database.Prepare(
            $"SELECT list.name, info.name FROM pragma_index_list('{table}') AS list, pragma_index_info(list.name) AS info WHERE list.\"unique\" ORDER BY "
            + $"list.seq, info.seqno");
        while (row.Step())
        {
            (unique.TryGetValue(row.Text(0), out var names) ? names : unique[row.Text(0)] = []).Add(row.Text(1));
        }

        return [.. unique.Values];
    }

    private bool Matches(ReadOnlySpan<byte> record, RecordValue value, int index)
    {
        var column = _columns[index];
        if (index == _rowid || value.Kind == RecordKind.Null)
        {
            return value.Kind == RecordKind.Null && (index == _rowid || !column.IsRequired);
        }

        var bytes = record.Slice(value.At, value.Length);
        return column.Type switch
        {
            "INTEGER" => value.Kind == RecordKind.Integer,
            "REAL" => value.Kind is RecordKind.Integer or RecordKind.Real,
            "BLOB" => value.Kind == RecordKind.Blob,
            _ => value.Kind == RecordKind.Text
                && Utf8.IsValid(bytes)
                && !(bytes.Length >= ZeroesOfDamage && !bytes[^ZeroesOfDamage..].ContainsAnyExcept((byte)0)),
        };
    }

    private string Insert(IReadOnlyList<IReadOnlyList<string>> unique)
    {
        var names = _columns.Select(column => column.Name).ToList();
        if (_rowid < 0 && !IsOwnIndex)
        {
            names.Add("rowid");
        }

        var into = $"INTO {Name} ({string.Join(", ", names)})";
        var values = string.Join(", ", names.Select((_, i) => $"?{i + 1}"));
        string[] ages = ["sequence", "updated_at"];
        if (Array.Find(ages, names.Contains) is not { } age)
        {
            return $"INSERT OR IGNORE {into} VALUES ({values})";
        }

        string Same(string name) => $"{name} = ?{names.IndexOf(name) + 1}";
        var key = _rowid >= 0 ? [names[_rowid]] : IsOwnIndex ? Array.Empty<string>() : ["rowid"];
        var same = unique.Append(key).Where(columns => columns.Count > 0).Select(columns => $"({string.Join(" AND ", columns.Select(Same))})");
        return $"INSERT OR REPLACE {into} SELECT {values} WHERE NOT EXISTS (SELECT 1 FROM {Name} WHERE ({string.Join(" OR ", same)}) AND {age} >= "
            + $"?{names.IndexOf(age) + 1})";
    }

    private sealed record Column(string Name, string Type, bool IsRequired, long? Default, bool IsKey)
    {
        public bool MayBeMissing => !IsRequired || Default is not null;
    }
}
