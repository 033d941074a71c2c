using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Queries;
using Remanence.Sqlite.Rows;
using Remanence.Sqlite.Vectors;
using Remanence.Sqlite.Writing;
using Remanence.Stores;

namespace Remanence.Sqlite.Erasing;

/// <summary>
/// Erasing, inside the writer's transaction. SQLite overwrites what is deleted (<c>secure_delete</c>); stray copies are
/// <see cref="SqliteCleaner"/>'s.
/// </summary>
internal static class SqliteErasure
{
    private static readonly Scope Everything = new(string.Empty);

    public static Erasure Drop(SqliteDatabase database, string name)
    {
        SqliteUsage.Drop(database, name);
        if (SqliteWorkspace.Find(database, name) is not { } workspace)
        {
            return new Erasure();
        }

        new SqliteVectors(database, workspace).DropAll();
        long Run(string sql) => database.Prepare(sql).Add(workspace.Number).Run();
        var erasure = new Erasure
        {
            Memories = Run(SqliteErasureSql.DropMemories),
            History = Run(SqliteErasureSql.DropHistory),
            Messages = EraseMessages(database, workspace, Everything),
            Resources = RunOwned(database, SqliteErasureSql.EraseResources, workspace, Everything),
            Categories = RunOwned(database, SqliteErasureSql.EraseCategories, workspace, Everything),
            Jobs = RunOwned(database, SqliteErasureSql.EraseJobs, workspace, Everything),
        };
        Run(SqliteLinks.Drop);
        Run(SqliteErasureSql.DropTombstones);
        Run(SqliteErasureSql.DropChangeSets);
        Run(SqliteErasureSql.DropChangeSetScopes);
        Run(SqliteErasureSql.NoteDropped);
        Run(SqliteErasureSql.DropWorkspace);
        return erasure;
    }

    public static Erasure Erase(SqliteDatabase database, Scope scope)
    {
        if (SqliteWorkspace.Find(database, scope.Workspace) is not { } workspace)
        {
            return new Erasure();
        }

        var sequence = workspace.Sequence + 1;
        new SqliteVectors(database, workspace).Erase(scope);
        SqliteUsage.Erase(database, workspace, scope);
        AddScope(database.Prepare(SqliteErasureSql.BuryMemories), workspace, scope).Add(sequence).Run();
        var erasure = new Erasure
        {
            History = AddScope(database.Prepare(SqliteErasureSql.EraseHistory), workspace, scope).Add(sequence).Run(),
            Memories = RunOwned(database, SqliteErasureSql.EraseMemories, workspace, scope),
            Messages = EraseMessages(database, workspace, scope),
            Resources = RunOwned(database, SqliteErasureSql.EraseResources, workspace, scope),
            Categories = RunOwned(database, SqliteErasureSql.EraseCategories, workspace, scope),
            Jobs = RunOwned(database, SqliteErasureSql.EraseJobs, workspace, scope),
        };
        database.Prepare(SqliteLinks.EraseStrays).Add(workspace.Number).Run();
        RunOwned(database, SqliteErasureSql.ForgetChangeSets, workspace, scope);
        RunOwned(database, SqliteErasureSql.ForgetChangeSetScopes, workspace, scope);
        Advance(database, workspace, erasure.Memories, erasure.History);
        return erasure;
    }

    public static Erasure Erase(SqliteDatabase database, string name, IReadOnlyList<string> memoryIds)
    {
        if (SqliteWorkspace.Find(database, name) is not { } workspace)
        {
            return new Erasure();
        }

        var (memories, history, messages) = (0L, 0L, 0L);
        var vectors = new SqliteVectors(database, workspace);
        foreach (var id in memoryIds)
        {
            messages += EraseMessage(database, name, workspace, id);
            history += database.Prepare(SqliteErasureSql.EraseHistoryOfMemory).Add(workspace.Number).Add(id).Run();
            database.Prepare(SqliteLinks.EraseOfMemory).Add(workspace.Number).Add(id).Run();
            long key;
            using (var row = database.Prepare(SqliteSql.FindMemory).Add(workspace.Number).Add(id))
            {
                if (!row.Step())
                {
                    continue;
                }

                key = row.Long(SqliteMapper.KeyColumn);
            }

            vectors.Forget(key);
            database.Prepare(SqliteSql.DeleteMemory).Add(key).Run();
            database.Prepare(SqliteSql.InsertTombstone).Add(key).Add(workspace.Number).Add(id).Add(workspace.Sequence + 1).Run();
            memories++;
        }

        Advance(database, workspace, memories, history);
        return new Erasure { Memories = memories, History = history, Messages = messages };
    }

    // What vanished is a change that readers of the feed must see, and so takes a commit number; and its words must not live on in anybody's index.
    private static void Advance(SqliteDatabase database, SqliteWorkspace workspace, long memories, long history)
    {
        if (memories + history > 0)
        {
            workspace.Sequence += memories > 0 ? 1 : 0;
            workspace.Memories -= memories;
            workspace.BeginGeneration(database);
            workspace.Save(database);
        }
    }

    private static long EraseMessages(SqliteDatabase database, SqliteWorkspace workspace, Scope scope)
    {
        var resources = new List<long>();
        using (var row = AddScope(database.Prepare(SqliteErasureSql.FindOwnedResources), workspace, scope))
        {
            while (row.Step())
            {
                resources.Add(row.Long(0));
            }
        }

        return resources.Sum(resource => (long)database.Prepare(SqliteErasureSql.EraseMessages).Add(resource).Run());
    }

    // A message's memory is the message; without its row the words would still be there.
    private static long EraseMessage(SqliteDatabase database, string name, SqliteWorkspace workspace, string memoryId)
    {
        var memory = SqliteQueries.Get(database, name, [memoryId], CancellationToken.None) is [var stored]
            ? stored
            : new SqliteHistory(database, name, workspace).Of(memoryId) is [.., var last] ? last.Before : null;
        if (memory is not { Kind: MemoryKinds.Message })
        {
            return 0;
        }

        var erased = 0L;
        foreach (var source in memory.Sources)
        {
            long? resource;
            using (var row = database.Prepare(SqliteSql.FindResourceNumber).Add(workspace.Number).Add(source.ResourceId))
            {
                resource = row.Step() ? row.Long(0) : null;
            }

            erased += resource is { } number && source.MessageId is { } id ? database.Prepare(SqliteErasureSql.EraseMessage).Add(number).Add(id).Run() : 0;
        }

        return erased;
    }

    private static long RunOwned(SqliteDatabase database, string sql, SqliteWorkspace workspace, Scope scope) =>
        AddScope(database.Prepare(sql), workspace, scope).Run();

    private static SqliteStatement AddScope(SqliteStatement statement, SqliteWorkspace workspace, Scope scope) =>
        statement.Add(workspace.Number).Add(scope.User).Add(scope.Agent).Add(scope.Session);
}
