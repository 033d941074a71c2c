using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Rows;
using Remanence.Stores;

namespace Remanence.Sqlite.Vectors;

/// <summary>The embedding spaces of a workspace and the vectors in them, inside the writer's transaction. The statements for readers are static.</summary>
internal sealed class SqliteVectors(SqliteDatabase database, SqliteWorkspace workspace)
{
    private List<SqliteSpace>? _spaces;

    private List<SqliteSpace> Spaces => _spaces ??= SqliteSpace.Of(database, workspace.Number);

    public static IEnumerable<MemoryVectors> Read(SqliteDatabase database, string workspaceName, EmbeddingSpace space, long afterSequence)
    {
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace || SqliteSpace.Find(database, workspace.Number, space) is not { } found)
        {
            yield break;
        }

        using var row = afterSequence == 0
            ? database.Prepare(SqliteVectorSql.AllVectors).Add(workspace.FirstKey).Add(found.FirstKey).Add(found.EndKey)
            : database.Prepare(SqliteVectorSql.ChangedVectors).Add(workspace.FirstKey).Add(found.Number).Add(afterSequence);
        while (row.Step())
        {
            yield return new MemoryVectors(row.Text(0), row.Long(1), VectorBlob.Read(row.Bytes(2), space.Dimensions));
        }
    }

    public static IReadOnlyList<MemoryVectors> Get(SqliteDatabase database, string workspaceName, EmbeddingSpace space, IReadOnlyList<string> ids)
    {
        var found = new List<MemoryVectors>(ids.Count);
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace || SqliteSpace.Find(database, workspace.Number, space) is not { } stored)
        {
            return found;
        }

        foreach (var id in ids)
        {
            if (Version(database, workspace, id) is not var (key, _))
            {
                continue;
            }

            using var row = database.Prepare(SqliteVectorSql.FindVectors).Add(stored.KeyOf(key));
            if (row.Step())
            {
                found.Add(new MemoryVectors(id, row.Long(0), VectorBlob.Read(row.Bytes(1), space.Dimensions)));
            }
        }

        return found;
    }

    public static Page<MemoryChange> Unembedded(SqliteDatabase database, string workspaceName, EmbeddingSpace space, string? cursor, int limit)
    {
        var after = StoreCursor.Decode('e', cursor, 0);
        if (SqliteWorkspace.Find(database, workspaceName) is not { } workspace)
        {
            return new Page<MemoryChange>([], null);
        }

        var found = SqliteSpace.Find(database, workspace.Number, space);
        if (found?.Progress.Memories == workspace.Memories)
        {
            return new Page<MemoryChange>([], null);
        }

        // No space has the number 0, so that nothing is found below its keys.
        var mapper = new SqliteMapper(workspaceName);
        var items = new List<MemoryChange>();
        var last = 0L;
        using var row = database.Prepare(SqliteVectorSql.Unembedded)
            .Add(workspace.FirstKey + Math.Clamp(after, 0, workspace.LastMemory)).Add(workspace.EndKey).Add(found?.FirstKey ?? 0).Add(limit + 1);
        while (row.Step())
        {
            if (items.Count == limit)
            {
                return new Page<MemoryChange>(items, StoreCursor.Encode('e', last));
            }

            var memory = mapper.Read(row);
            items.Add(new MemoryChange(row.Long(SqliteMapper.SequenceColumn), memory.Id, memory));
            last = row.Long(SqliteMapper.KeyColumn) - workspace.FirstKey;
        }

        return new Page<MemoryChange>(items, null);
    }

    /// <summary>What a change set says about spaces.</summary>
    public void Apply(ChangeSet changes)
    {
        if (changes.BuildSpace is { } build && Find(build) is null)
        {
            Drop(Spaces.Find(space => !space.IsActive));
            database.Prepare(SqliteVectorSql.InsertSpace).Add(workspace.Number).Add(build.Name).Add(build.Dimensions).Add(build.Hash).Run();
            _spaces = null;
        }

        foreach (var (space, memories) in changes.Vectors)
        {
            Put(Find(space), memories);
        }

        if (changes.ActivateSpace is { } activate)
        {
            Activate(Find(activate) ?? throw new MemoryConflictException($"The workspace has no space \"{activate.Name}\" to activate; build it first."));
        }

        foreach (var space in changes.DropSpaces)
        {
            Drop(Find(space));
        }
    }

    /// <summary>Removes the vectors of a memory that goes, or whose text changes.</summary>
    public void Forget(long memoryKey)
    {
        foreach (var space in Spaces)
        {
            var removed = database.Prepare(SqliteVectorSql.DeleteVectors).Add(space.KeyOf(memoryKey)).Run();
            Count(space, -removed);
        }
    }

    /// <summary>Removes the vectors of the memories that a scope owns; before the memories go.</summary>
    public void Erase(Scope scope)
    {
        foreach (var space in Spaces)
        {
            var removed = database.Prepare(SqliteVectorSql.EraseVectors)
                .Add(workspace.Number).Add(scope.User).Add(scope.Agent).Add(scope.Session).Add(space.Number).Run();
            Count(space, -removed);
        }
    }

    public void DropAll() => Spaces.ToList().ForEach(Drop);

    private static (long Key, long Sequence)? Version(SqliteDatabase database, SqliteWorkspace workspace, string memoryId)
    {
        using var row = database.Prepare(SqliteVectorSql.FindMemoryVersion).Add(workspace.Number).Add(memoryId);
        return row.Step() ? (row.Long(0), row.Long(1)) : null;
    }

    private SqliteSpace? Find(EmbeddingSpace space) => Spaces.Find(found => found.Progress.Space == space);

    private void Put(SqliteSpace? space, IReadOnlyList<MemoryVectors> memories)
    {
        if (space is null)
        {
            return;
        }

        var added = 0;
        foreach (var vectors in memories)
        {
            if (Version(database, workspace, vectors.MemoryId) is not var (key, sequence) || sequence != vectors.Sequence)
            {
                continue;
            }

            using (var row = database.Prepare(SqliteVectorSql.HasVectors).Add(space.KeyOf(key)))
            {
                added += row.Step() ? 0 : 1;
            }

            database.Prepare(SqliteVectorSql.PutVectors)
                .Add(space.KeyOf(key)).Add(space.Number).Add(workspace.Sequence).AddBytes(VectorBlob.Write(vectors.Passages)).Run();
        }

        Count(space, added);
    }

    private void Activate(SqliteSpace space)
    {
        if (space.IsActive)
        {
            return;
        }

        Drop(Spaces.Find(other => other.IsActive));
        database.Prepare(SqliteVectorSql.ActivateSpace).Add(space.Number).Run();
        _spaces = null;
    }

    private void Drop(SqliteSpace? space)
    {
        if (space is not null)
        {
            database.Prepare(SqliteVectorSql.DropVectors).Add(space.FirstKey).Add(space.EndKey).Run();
            database.Prepare(SqliteVectorSql.DropSpace).Add(space.Number).Run();
            _spaces = null;
        }
    }

    private void Count(SqliteSpace space, int added)
    {
        if (added != 0)
        {
            database.Prepare(SqliteVectorSql.CountVectors).Add(space.Number).Add(added).Run();
        }
    }
}
