using System.Globalization;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Rows;
using Remanence.Stores;

namespace Remanence.Sqlite.Queries;

/// <summary>What changed, in the order of the commits: within a commit first what is gone, then the others in the order of their keys.</summary>
internal static class SqliteChanges
{
    public static Page<MemoryChange> Query(
        SqliteDatabase database,
        string workspaceName,
        long afterSequence,
        string? cursor,
        int limit,
        CancellationToken cancellationToken)
    {
        var after = Place.Parse(cursor) ?? new Place(afterSequence, IsGone: false, long.MaxValue);
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace)
        {
            return new Page<MemoryChange>([], null);
        }

        var mapper = new SqliteMapper(workspaceName);
        using var gone = database
            .Prepare(SqliteSql.TombstonesInOrder)
            .Add(workspace.Number)
            .Add(after.Sequence)
            .Add(after.IsGone ? after.Key : long.MaxValue)
            .Add(limit + 1);
        using var here = database
            .Prepare(SqliteSql.MemoriesInOrder)
            .Add(workspace.Number)
            .Add(after.Sequence)
            .Add(after.IsGone ? long.MinValue : after.Key)
            .Add(limit + 1);
        var (isGone, isHere) = (gone.Step(), here.Step());
        var (items, last) = (new List<MemoryChange>(), after);
        while (isGone || isHere)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (items.Count == limit || (items.Count > 0 && here.BytesRead >= StoreArguments.MaxPageBytes))
            {
                return new Page<MemoryChange>(items, last.ToString());
            }

            if (isGone && (!isHere || gone.Long(1) <= here.Long(SqliteMapper.SequenceColumn)))
            {
                last = new Place(gone.Long(1), IsGone: true, gone.Long(2));
                items.Add(new MemoryChange(last.Sequence, gone.Text(0), null));
                isGone = gone.Step();
            }
            else
            {
                last = new Place(here.Long(SqliteMapper.SequenceColumn), IsGone: false, here.Long(SqliteMapper.KeyColumn));
                var memory = mapper.Read(here);
                items.Add(new MemoryChange(last.Sequence, memory.Id, memory));
                isHere = here.Step();
            }
        }

        return new Page<MemoryChange>(items, null);
    }

    private readonly record struct Place(long Sequence, bool IsGone, long Key)
    {
        public static Place? Parse(string? cursor)
        {
            if (cursor is null)
            {
                return null;
            }

            var parts = cursor.Split(' ');
            return parts.Length == 3
                && parts[1] is "gone" or "here"
                && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                    ? new Place(sequence, parts[1] == "gone", key)
                    : throw new InvalidCursorException("This is not a cursor of changes; pass the page's own, or none to start anew.");
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence} {(IsGone ? "gone" : "here")} {Key}");
    }
}
