using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Queries;
using Remanence.Sqlite.Rows;
using Remanence.Sqlite.Vectors;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.Sqlite.Writing;

/// <summary>One change set on its way into the tables, inside the writer's transaction.</summary>
internal sealed class SqliteCommit
{
    private readonly SqliteDatabase _database;
    private readonly ChangeSet _changes;
    private readonly DateTimeOffset _now;
    private readonly SqliteWorkspace _workspace;
    private readonly SqliteHistory _history;
    private readonly SqliteVectors _vectors;
    private readonly SqliteMapper _mapper;
    private readonly List<string> _existing = [];

    private SqliteCommit(SqliteDatabase database, ChangeSet changes, DateTimeOffset now)
    {
        _now = now;
        _database = database;
        _changes = changes;
        _workspace = SqliteWorkspace.FindOrCreate(database, changes.Workspace, changes.At);
        _history = new SqliteHistory(database, changes.Workspace, _workspace);
        _vectors = new SqliteVectors(database, _workspace);
        _mapper = new SqliteMapper(changes.Workspace);
    }

    public static CommitResult Run(SqliteDatabase database, ChangeSet changes, DateTimeOffset now) => new SqliteCommit(database, changes, now).Run();

    private CommitResult Run()
    {
        if (FindApplied() is { } applied)
        {
            return new CommitResult(_workspace.Generation, applied, true, []);
        }

        SqliteJobs.RequireLeases(_database, _changes);
        SqliteReads.Require(_database, _workspace, _changes);
        _workspace.Sequence++;
        var items = new SqliteItems(_database, _workspace.Number);
        items.PutResources(_changes.Resources);
        items.InsertMessages(_changes.Messages);
        Insert();
        Update();
        Supersede();
        Delete();
        items.PutCategories(_changes.Categories);
        items.DeleteCategories(_changes.CategoryDeletions);
        foreach (var entry in _changes.History)
        {
            _history.Import(entry);
        }

        _vectors.Apply(_changes);
        foreach (var job in _changes.Jobs)
        {
            SqliteJobs.Put(_database, _workspace.Number, JobClock.Put(_changes, job, SqliteJobs.Find(_database, job.Id), _now));
        }

        Remember();
        _workspace.Save(_database);
        return new CommitResult(_workspace.Generation, _workspace.Sequence, false, _existing);
    }

    private long? FindApplied()
    {
        using var row = _database.Prepare(SqliteSql.FindChangeSet).Add(_workspace.Number).Add(_changes.Id);
        if (!row.Step())
        {
            return null;
        }

        var fingerprint = row.NullableText(0);
        return fingerprint is null || _changes.Fingerprint is null || fingerprint == _changes.Fingerprint
            ? row.Long(1)
            : throw new ChangeSetConflictException($"The change set \"{_changes.Id}\" was applied before with other content; use a new id.");
    }

    private void Remember()
    {
        _database.Prepare(SqliteSql.InsertChangeSet).Add(_workspace.Number).Add(_changes.Id).Add(_changes.Fingerprint).Add(_workspace.Sequence).Run();
        foreach (var scope in _changes.Scopes())
        {
            _database.Prepare(SqliteSql.InsertChangeSetScope)
                .Add(_workspace.Number).Add(_workspace.Sequence).Add(scope.User).Add(scope.Agent).Add(scope.Session).Run();
        }
    }

    private static void CheckScope(MemoryUpdate update, Memory stored)
    {
        if (stored.Scope != update.Memory.Scope)
        {
            throw new ArgumentException("An update keeps the memory's scope.", nameof(update));
        }
    }

    private void Insert()
    {
        var imported = _changes.History.Select(entry => entry.MemoryId).ToHashSet(StringComparer.Ordinal);
        foreach (var memory in _changes.Inserts)
        {
            var key = _workspace.NextMemoryKey();
            var insert = SqliteMapper.Add(_database.Prepare(SqliteSql.InsertMemory), memory, _workspace.Number, key, _workspace.Sequence);
            if (insert.Run() == 0)
            {
                _workspace.LastMemory--;
                _existing.Add(memory.Id);
                continue;
            }

            _workspace.Memories++;
            SqliteLinks.Note(_database, _workspace, memory);
            var hasPast = _history.Has(memory.Id);
            _database.Prepare(SqliteSql.DeleteTombstone).Add(_workspace.Number).Add(memory.Id).Run();
            if (!imported.Contains(memory.Id))
            {
                _history.Append(_changes, hasPast ? HistoryOperation.Restored : HistoryOperation.Created, memory, null);
            }
        }
    }

    private void Update()
    {
        foreach (var update in _changes.Updates)
        {
            var (before, key) = Find(update.Memory.Id)
                ?? throw new MemoryNotFoundException($"The memory \"{update.Memory.Id}\" does not exist; it cannot be updated.");
            CheckScope(update, before);
            if (update.ExpectedUpdatedAt is { } expected && expected != before.UpdatedAt)
            {
                throw new MemoryConflictException($"The memory \"{before.Id}\" changed meanwhile; read it and try again.");
            }

            Replace(key, update.Operation, before, update.Memory);
        }
    }

    private void Supersede()
    {
        foreach (var supersession in _changes.Supersessions)
        {
            var (before, key) = Find(supersession.MemoryId)
                ?? throw new MemoryNotFoundException($"The memory \"{supersession.MemoryId}\" does not exist; it cannot be superseded.");
            using (var successor = _database.Prepare(SqliteSql.HasMemory).Add(_workspace.Number).Add(supersession.SuccessorId))
            {
                if (!successor.Step())
                {
                    throw new MemoryNotFoundException($"The memory \"{supersession.SuccessorId}\" does not exist; it cannot supersede another.");
                }
            }

            Replace(key, HistoryOperation.Superseded, before, new Memory(before)
            {
                Status = MemoryStatus.Superseded,
                SupersededBy = supersession.SuccessorId,
                ValidTo = before.ValidTo ?? supersession.ValidTo,
                UpdatedAt = _changes.At,
            });
        }
    }

    private void Delete()
    {
        foreach (var id in _changes.Deletions)
        {
            if (Find(id) is not var (before, key))
            {
                continue;
            }

            _history.Append(_changes, HistoryOperation.Deleted, before, before);
            _vectors.Forget(key);
            _database.Prepare(SqliteSql.DeleteMemory).Add(key).Run();
            _database.Prepare(SqliteSql.InsertTombstone).Add(key).Add(_workspace.Number).Add(id).Add(_workspace.Sequence).Run();
            _workspace.Memories--;
        }
    }

    private void Replace(long key, HistoryOperation operation, Memory before, Memory after)
    {
        _history.Append(_changes, operation, after, before);
        SqliteLinks.Note(_database, _workspace, after);
        if (!after.HasTextOf(before))
        {
            _vectors.Forget(key);
        }

        SqliteMapper.Add(_database.Prepare(SqliteSql.UpdateMemory), after, _workspace.Number, key, _workspace.Sequence).Run();
    }

    private (Memory Memory, long Key)? Find(string id)
    {
        using var row = _database.Prepare(SqliteSql.FindMemory).Add(_workspace.Number).Add(id);
        return row.Step() ? (_mapper.Read(row), row.Long(SqliteMapper.KeyColumn)) : null;
    }
}
