using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Rows;
using Remanence.Sqlite.Schema;
using Remanence.Sqlite.Values;
using Remanence.Sqlite.Vectors;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Sqlite.Queries;

/// <summary>The reading statements, each on one snapshot.</summary>
internal static class SqliteQueries
{
    // How many rows pass between two looks at the token.
    private const int RowsBetweenChecks = 256;

    public static IReadOnlyList<Memory> Get(SqliteDatabase database, string workspaceName, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace)
        {
            return [];
        }

        var mapper = new SqliteMapper(workspaceName);
        var memories = new List<Memory>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            Check(i, cancellationToken);
            using var row = database.Prepare(SqliteSql.FindMemory).Add(workspace.Number).Add(ids[i]);
            if (row.Step())
            {
                memories.Add(mapper.Read(row));
            }
        }

        return memories;
    }

    public static Page<Memory> Query(SqliteDatabase database, MemoryQuery query, CancellationToken cancellationToken)
    {
        var after = StoreCursor.Decode('m', query.Cursor, 0);
        if (SqliteWorkspace.Find(database, query.Scope.Workspace) is not { } workspace)
        {
            return new Page<Memory>([], null);
        }

        var filter = SqliteFilterTranslator.Translate(query.Filter, 7);
        var mapper = new SqliteMapper(query.Scope.Workspace);
        var memories = new List<Memory>();
        var last = 0L;
        var rows = 0;
        var bytes = 0L;

        // What only Matches can tell may need more rows than a page has.
        using var row = Prepare(
            database, SqliteSql.QueryMemories, workspace, query.Scope, filter, Math.Max(after, 0), filter.Rest is null ? query.Limit + 1 : -1);
        while (row.Step())
        {
            Check(rows++, cancellationToken);
            if (filter.Rest is null && IsFull(memories.Count, query.Limit, bytes))
            {
                return new Page<Memory>(memories, StoreCursor.Encode('m', last));
            }

            var before = row.BytesRead;
            var memory = mapper.Read(row);
            if (filter.Rest is { } rest && !rest.Matches(memory))
            {
                continue;
            }

            if (IsFull(memories.Count, query.Limit, bytes))
            {
                return new Page<Memory>(memories, StoreCursor.Encode('m', last));
            }

            bytes += row.BytesRead - before;
            memories.Add(memory);
            last = row.Long(SqliteMapper.KeyColumn) - workspace.FirstKey;
        }

        return new Page<Memory>(memories, null);
    }

    public static IReadOnlyList<string> QueryIds(SqliteDatabase database, MemoryQuery query, CancellationToken cancellationToken)
    {
        if (SqliteWorkspace.Find(database, query.Scope.Workspace) is not { } workspace)
        {
            return [];
        }

        var filter = SqliteFilterTranslator.Translate(query.Filter, 7);
        var mapper = new SqliteMapper(query.Scope.Workspace);
        var ids = new List<string>();
        var rows = 0;
        using var row = Prepare(
            database, filter.Rest is null ? SqliteSql.QueryMemoryIds : SqliteSql.QueryMemories, workspace, query.Scope, filter, 0, -1);
        while (row.Step())
        {
            Check(rows++, cancellationToken);
            if (filter.Rest is null)
            {
                ids.Add(row.Text(0));
            }
            else if (mapper.Read(row) is var memory && filter.Rest.Matches(memory))
            {
                ids.Add(memory.Id);
            }
        }

        return ids;
    }

    public static IEnumerable<MemoryChange> Changes(SqliteDatabase database, string workspaceName, long afterSequence)
    {
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace)
        {
            yield break;
        }

        using (var gone = database.Prepare(SqliteSql.ChangedTombstones).Add(workspace.Number).Add(afterSequence))
        {
            while (gone.Step())
            {
                yield return new MemoryChange(gone.Long(1), gone.Text(0), null);
            }
        }

        var mapper = new SqliteMapper(workspaceName);
        var last = 0L;
        using (var row = afterSequence == 0
            ? database.Prepare(SqliteSql.AllMemories).Add(workspace.FirstKey).Add(workspace.EndKey)
            : database.Prepare(SqliteSql.ChangedMemories).Add(workspace.Number).Add(afterSequence))
        {
            while (Next(row, mapper, database.Damage) is { } change)
            {
                last = row.Long(SqliteMapper.KeyColumn);
                yield return change;
            }
        }

        if (database.Damage?.Found is null)
        {
            yield break;
        }

        // An index leads to what lies behind the damage, and what is whole of that is read.
        foreach (var key in KeysBehind(database, workspace, afterSequence, last))
        {
            using var row = database.Prepare(SqliteSql.FindMemoryByKey).Add(key);
            if (Next(row, mapper, database.Damage) is { } change)
            {
                yield return change;
            }
        }
    }

    // Null at the end, and where nothing more can be read: then the damage is told.
    private static MemoryChange? Next(SqliteStatement row, SqliteMapper mapper, SqliteDamage? damage)
    {
        try
        {
            if (!row.Step())
            {
                return null;
            }

            var memory = mapper.Read(row);
            return new MemoryChange(row.Long(SqliteMapper.SequenceColumn), memory.Id, memory);
        }
        catch (Exception exception) when (damage?.Read(exception) is StoreDamagedException)
        {
            return null;
        }
    }

    private static List<long> KeysBehind(SqliteDatabase database, SqliteWorkspace workspace, long afterSequence, long last)
    {
        var keys = new List<long>();
        try
        {
            using var row = database.Prepare(SqliteSql.ChangedKeys).Add(workspace.Number).Add(afterSequence).Add(last);
            while (row.Step())
            {
                keys.Add(row.Long(0));
            }
        }
        catch (StoreDamagedException)
        {
            // As far as the index can be read.
        }

        keys.Sort();
        return keys;
    }

    public static Page<StoredMessage> Messages(SqliteDatabase database, string resourceId, PageQuery query)
    {
        var after = StoreCursor.Decode('s', query.Cursor, -1);
        if (after is < -1 or > int.MaxValue
            || SqliteWorkspace.Find(database, query.Scope.Workspace) is not { } workspace
            || FindVisible(database, workspace, resourceId, query.Scope) is not { } resource)
        {
            return new Page<StoredMessage>([], null);
        }

        var first = resource << SqliteSchema.PositionBits;
        using var row = database.Prepare(SqliteSql.QueryMessages)
            .Add(first + after).Add((resource + 1) << SqliteSchema.PositionBits).Add(query.Limit + 1);
        return ReadPage('s', row, query.Limit, item => SqliteItems.ReadMessage(item, resourceId), item => item.Long(0) - first);
    }

    public static IReadOnlyList<StoredMessage> Messages(
        SqliteDatabase database, string workspaceName, string resourceId, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (
            SqliteWorkspace.Find(database, workspaceName) is not { } workspace
            || FindVisible(database, workspace, resourceId, new Scope(workspaceName)) is not { } resource)
        {
            return [];
        }

        var messages = new List<StoredMessage>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var row = database.Prepare(SqliteSql.FindMessages)
                .Add(resource << SqliteSchema.PositionBits).Add((resource + 1) << SqliteSchema.PositionBits).Add(id);
            while (row.Step())
            {
                messages.Add(SqliteItems.ReadMessage(row, resourceId));
            }
        }

        return [.. messages.OrderBy(message => message.Position)];
    }

    public static Page<T> Items<T>(
        SqliteDatabase database, char list, string sql, int numberColumn, PageQuery query, Func<SqliteStatement, string, T> read)
    {
        var after = StoreCursor.Decode(list, query.Cursor, 0);
        if (SqliteWorkspace.Find(database, query.Scope.Workspace) is not { } workspace)
        {
            return new Page<T>([], null);
        }

        using var row = AddScope(database.Prepare(sql).Add(workspace.Number), query.Scope).Add(after).Add(query.Limit + 1);
        return ReadPage(list, row, query.Limit, item => read(item, query.Scope.Workspace), item => item.Long(numberColumn));
    }

    public static T? Item<T>(SqliteDatabase database, string sql, string workspaceName, string id, Func<SqliteStatement, string, T> read)
        where T : class
    {
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace)
        {
            return null;
        }

        using var row = database.Prepare(sql).Add(workspace.Number).Add(id);
        return row.Step() ? read(row, workspaceName) : null;
    }

    public static Page<Job> Jobs(SqliteDatabase database, PageQuery query, IReadOnlyList<JobState> states)
    {
        var condition = states.Count == 0 ? "1" : $"state IN ({string.Join(", ", states.Distinct().Select(state => ((int)state).ToString()))})";
        return Items(database, 'j', SqliteSql.QueryJobs + condition + SqliteSql.QueryJobsEnd, SqliteJobs.NumberColumn, query, (row, _) => SqliteJobs.Read(row));
    }

    public static List<WorkspaceInfo> Workspaces(SqliteDatabase database)
    {
        var workspaces = new List<WorkspaceInfo>();
        using var row = database.Prepare(SqliteSql.ListWorkspaces);
        while (row.Step())
        {
            workspaces.Add(new WorkspaceInfo(row.Text(0), SqliteTimes.Read(row.Long(1), row.Long(2)), row.Long(3), row.Long(4)));
        }

        using (var space = database.Prepare(SqliteVectorSql.ListSpaces))
        {
            var places = workspaces.Select((workspace, i) => (workspace.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
            while (space.Step())
            {
                var i = places[space.Text(0)];
                workspaces[i] = With(workspaces[i], space.Long(1) != 0, SqliteSpace.Read(space, 2));
            }
        }

        // SQLite orders by UTF-8, which is another order than UTF-16's above the basic plane.
        workspaces.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return workspaces;
    }

    public static Freshness? Freshness(SqliteDatabase database, string workspace)
    {
        using var row = database.Prepare(SqliteSql.FindFreshness).Add(workspace);
        return row.Step() ? new Freshness(row.Long(0), row.Long(1)) : null;
    }

    public static WorkspaceInfo? Workspace(SqliteDatabase database, string name)
    {
        using var row = database.Prepare(SqliteSql.FindWorkspace).Add(name);
        if (!row.Step())
        {
            return null;
        }

        var info = new WorkspaceInfo(name, SqliteTimes.Read(row.Long(1), row.Long(2)), row.Long(3), row.Long(6));
        return SqliteSpace.Of(database, row.Long(0)).Aggregate(info, (sum, space) => With(sum, space.IsActive, space.Progress));
    }

    private static WorkspaceInfo With(WorkspaceInfo info, bool isActive, EmbeddingProgress progress) =>
        isActive ? info with { Embedding = progress } : info with { NextEmbedding = progress };

    private static long? FindVisible(SqliteDatabase database, SqliteWorkspace workspace, string resourceId, Scope scope)
    {
        using var row = AddScope(database.Prepare(SqliteSql.FindVisibleResource).Add(workspace.Number), scope).Add(resourceId);
        return row.Step() ? row.Long(0) : null;
    }

    private static SqliteStatement Prepare(
        SqliteDatabase database, string select, SqliteWorkspace workspace, Scope scope, SqliteFilter filter, long after, int limit)
    {
        var statement = database.Prepare(select + filter.Condition + SqliteSql.QueryMemoriesEnd);
        AddScope(statement.Add(workspace.FirstKey + Math.Min(after, workspace.LastMemory)), scope).Add(workspace.EndKey).Add(limit);
        filter.AddTo(statement);
        return statement;
    }

    private static SqliteStatement AddScope(SqliteStatement statement, Scope scope) => statement.Add(scope.User).Add(scope.Agent).Add(scope.Session);

    private static Page<T> ReadPage<T>(char list, SqliteStatement row, int limit, Func<SqliteStatement, T> read, Func<SqliteStatement, long> position)
    {
        var items = new List<T>();
        var last = 0L;
        while (row.Step())
        {
            if (IsFull(items.Count, limit, row.BytesRead))
            {
                return new Page<T>(items, StoreCursor.Encode(list, last));
            }

            items.Add(read(row));
            last = position(row);
        }

        return new Page<T>(items, null);
    }

    private static bool IsFull(int items, int limit, long bytes) => items >= limit || (items > 0 && bytes >= StoreArguments.MaxPageBytes);

    private static void Check(int row, CancellationToken cancellationToken)
    {
        if (row % RowsBetweenChecks == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
