using System.Text;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Sqlite.Queries;

/// <summary>
/// Filters as SQL. Ids, kinds, standings and times mean the same in SQL; keywords (case), categories (lists), metadata (doubles, code units, escapes) and times
/// of events (several lie in the state) do not quite, so SQL only narrows them and <see cref="MemoryFilter.Matches"/> itself decides.
/// </summary>
internal sealed class SqliteFilterTranslator
{
    // SQLite's parser has a stack of a hundred entries, and its expressions a depth; filters beyond are decided here.
    private const int MaxDepth = 12;
    private const int MaxParameters = 4000;

    private readonly StringBuilder _sql = new();
    private readonly List<object> _parameters = [];
    private readonly int _firstParameter;

    private SqliteFilterTranslator(int firstParameter) => _firstParameter = firstParameter;

    /// <summary>Translates a filter.</summary>
    /// <param name="filter">The filter; null: everything.</param>
    /// <param name="firstParameter">The number of its first parameter in the statement.</param>
    public static SqliteFilter Translate(MemoryFilter? filter, int firstParameter)
    {
        var translator = new SqliteFilterTranslator(firstParameter);
        var rest = new List<MemoryFilter>();
        translator._sql.Append('1');
        foreach (var part in filter is MemoryFilter.And and ? and.Parts : filter is null ? [] : [filter])
        {
            translator._sql.Append(" AND ");
            if (IsExact(part, MaxDepth) && translator._parameters.Count + CountParameters(part) <= MaxParameters)
            {
                translator.Append(part);
            }
            else
            {
                translator._sql.Append(Narrowing(part));
                rest.Add(part);
            }
        }

        // A long list of parts makes a deep expression.
        return filter is MemoryFilter.And { Parts.Count: > 200 }
            ? new SqliteFilter("1", [], filter)
            : new SqliteFilter(translator._sql.ToString(), translator._parameters, rest.Count == 0 ? null : new MemoryFilter.And(rest));
    }

    private static bool IsExact(MemoryFilter filter, int depth) => depth > 0 && filter switch
    {
        MemoryFilter.And and => and.Parts.Count <= 50 && and.Parts.All(part => IsExact(part, depth - 1)),
        MemoryFilter.Or or => or.Parts.Count <= 50 && or.Parts.All(part => IsExact(part, depth - 1)),
        MemoryFilter.Not not => IsExact(not.Part, depth - 1),
        MemoryFilter.Id or MemoryFilter.Kind or MemoryFilter.Status or MemoryFilter.ValidAt => true,
        MemoryFilter.Time time => time.Field != MemoryTimeField.Event,
        _ => false,
    };

    private static int CountParameters(MemoryFilter filter) => filter switch
    {
        MemoryFilter.And and => and.Parts.Sum(CountParameters),
        MemoryFilter.Or or => or.Parts.Sum(CountParameters),
        MemoryFilter.Not not => CountParameters(not.Part),
        MemoryFilter.Id id => id.Values.Count,
        MemoryFilter.Kind kind => kind.Values.Count,
        MemoryFilter.Status status => status.Values.Count,
        _ => 2,
    };

    private static string Narrowing(MemoryFilter filter) => filter switch
    {
        MemoryFilter.Keyword => "keywords IS NOT NULL",
        MemoryFilter.Category => "categories IS NOT NULL",
        MemoryFilter.Metadata => "metadata IS NOT NULL",
        MemoryFilter.Reflected => "state IS NOT NULL",

        // Most memories speak of one time; the others lie in the state.
        MemoryFilter.Time => "(event_start IS NOT NULL OR state IS NOT NULL)",
        _ => "1",
    };

    // What has no UTF-8 was never stored.
    private static List<object> Storable(IReadOnlyList<string> values) => [.. values.Where(StoreArguments.IsWellFormed)];

    private void Append(MemoryFilter filter)
    {
        switch (filter)
        {
            case MemoryFilter.And and: AppendAll(and.Parts, " AND ", "1"); break;
            case MemoryFilter.Or or: AppendAll(or.Parts, " OR ", "0"); break;
            case MemoryFilter.Not not:
                _sql.Append("NOT ");
                Append(not.Part);
                break;
            case MemoryFilter.Id id: AppendIn("id", Storable(id.Values)); break;
            case MemoryFilter.Kind kind: AppendIn("kind", Storable(kind.Values)); break;
            case MemoryFilter.Status status: AppendIn("status", [.. status.Values.Select(value => (object)(long)value)]); break;
            case MemoryFilter.ValidAt valid: AppendValidAt(valid.Instant.UtcTicks); break;
            case MemoryFilter.Time time: AppendTime(time); break;
            default: throw new InvalidOperationException($"A filter of type {filter.GetType().Name} is not known to this store.");
        }
    }

    private void AppendAll(IReadOnlyList<MemoryFilter> parts, string conjunction, string none)
    {
        _sql.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            _sql.Append(i == 0 ? string.Empty : conjunction);
            Append(parts[i]);
        }

        _sql.Append(parts.Count == 0 ? none : string.Empty).Append(')');
    }

    private void AppendIn(string column, List<object> values)
    {
        _sql.Append('(').Append(column).Append(" IN (");
        for (var i = 0; i < values.Count; i++)
        {
            _sql.Append(i == 0 ? string.Empty : ", ").Append(Parameter(values[i]));
        }

        _sql.Append("))");
    }

    // Every column below may be NULL only where the test before it has settled the matter.
    private void AppendValidAt(long instant)
    {
        var parameter = Parameter(instant);
        _sql.Append($"((valid_from IS NULL OR valid_from <= {parameter}) AND (valid_to IS NULL OR {parameter} < valid_to))");
    }

    private void AppendTime(MemoryFilter.Time time)
    {
        var column = time.Field switch
        {
            MemoryTimeField.Observed => "observed_at",
            MemoryTimeField.Recorded => "recorded_at",
            _ => "updated_at",
        };
        _sql.Append("(1");
        if (time.From is { } lower)
        {
            _sql.Append($" AND {column} >= {Parameter(lower.UtcTicks)}");
        }

        if (time.To is { } upper)
        {
            _sql.Append($" AND {column} < {Parameter(upper.UtcTicks)}");
        }

        _sql.Append(')');
    }

    private string Parameter(object value)
    {
        _parameters.Add(value);
        return $"?{_firstParameter + _parameters.Count - 1}";
    }
}
