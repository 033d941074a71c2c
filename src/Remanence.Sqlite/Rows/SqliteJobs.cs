using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Values;
using Remanence.Stores;

namespace Remanence.Sqlite.Rows;

/// <summary>Jobs: rows in and out, and the lease.</summary>
internal static class SqliteJobs
{
    public const int NumberColumn = 18;

    public static void Put(SqliteDatabase database, long workspace, Job job)
    {
        var row = database.Prepare(SqliteSql.PutJob)
            .Add(job.Id).Add(job.Scope.User).Add(job.Scope.Agent).Add(job.Scope.Session)
            .Add(job.Kind).Add((long)job.State).Add(job.Attempts).Add(job.Priority).Add((double?)job.Progress)
            .Add(job.DueAt.UtcTicks).Add(job.RecordedAt.UtcTicks).Add(job.UpdatedAt.UtcTicks).Add(job.LeaseUntil?.UtcTicks)
            .AddBytes(SqliteTimes.Offsets(job.DueAt, job.RecordedAt, job.UpdatedAt, job.LeaseUntil))
            .Add(job.LeaseOwner).Add(job.Error);
        SqliteJson.AddRaw(row, job.Payload);
        if (row.Add(job.Failures).Add(workspace).Run() == 0)
        {
            throw new MemoryConflictException($"The job id \"{job.Id}\" is taken; use a new one.");
        }
    }

    public static Job? TryUpdate(SqliteDatabase database, JobUpdate update, DateTimeOffset now) =>
        JobClock.Update(update, Find(database, update.Changed.Id), now) is { } changed ? Replace(database, changed) : null;

    public static Job? Lease(SqliteDatabase database, string owner, TimeSpan lease, IReadOnlyList<string> kinds, DateTimeOffset now)
    {
        Job? next;
        using (var row = PrepareNext(database, now, kinds))
        {
            next = row.Step() ? Read(row) : null;
        }

        return next is null ? null : Replace(database, JobClock.Lease(next, owner, lease, now));
    }

    /// <summary>Refuses the change set of a worker that lost a job of it.</summary>
    public static void RequireLeases(SqliteDatabase database, ChangeSet changes)
    {
        foreach (var lease in changes.Leases)
        {
            if (Find(database, lease.JobId) is not { } job || job.Scope.Workspace != changes.Workspace || !lease.Holds(job))
            {
                throw JobLeaseLostException.For(lease.JobId);
            }
        }
    }

    public static IReadOnlyList<Job> Waiting(SqliteDatabase database, Scope scope, string kind, DateTimeOffset now, int limit)
    {
        if (SqliteWorkspace.Find(database, scope.Workspace) is not { } workspace)
        {
            return [];
        }

        var jobs = new List<Job>();
        using var row = database.Prepare(SqliteSql.WaitingJobs)
            .Add(workspace.Number).Add(scope.User).Add(scope.Agent).Add(scope.Session).Add(kind).Add(now.UtcTicks).Add(limit);
        while (row.Step())
        {
            jobs.Add(Read(row));
        }

        return jobs;
    }

    public static IReadOnlyList<JobCount> Count(SqliteDatabase database)
    {
        var counts = new List<JobCount>();
        using var row = database.Prepare(SqliteSql.CountJobs);
        while (row.Step())
        {
            counts.Add(new JobCount(row.Text(0), (JobState)row.Long(1), row.Long(2)));
        }

        return counts;
    }

    /// <summary>When a job that has not ended was changed last: by a clock that may have been set back since.</summary>
    public static DateTimeOffset LastChange(SqliteDatabase database) =>
        new(database.Number("SELECT max(updated_at) FROM jobs WHERE state IN (0, 1, 2)"), TimeSpan.Zero);

    public static long Prune(SqliteDatabase database, DateTimeOffset before)
    {
        var pruned = database.Prepare(SqliteSql.PruneJobs).Add(before.UtcTicks).Run();
        SqliteUsage.Prune(database, before);
        return pruned;
    }

    public static Job? Find(SqliteDatabase database, string id)
    {
        using var row = database.Prepare(SqliteSql.FindJob).Add(id);
        return row.Step() ? Read(row) : null;
    }

    public static Job Read(SqliteStatement row)
    {
        var offsets = row.Bytes(13);
        return new Job
        {
            Id = row.Text(0),
            Scope = new Scope(row.Text(19), row.NullableText(1), row.NullableText(2), row.NullableText(3)),
            Kind = row.Text(4),
            State = (JobState)row.Long(5),
            Attempts = (int)row.Long(6),
            Failures = (int)row.Long(17),
            Priority = (int)row.Long(7),
            Progress = row.NullableDouble(8) ?? 0,
            DueAt = SqliteTimes.Read(row.Long(9), offsets, 0),
            RecordedAt = SqliteTimes.Read(row.Long(10), offsets, 1),
            UpdatedAt = SqliteTimes.Read(row.Long(11), offsets, 2),
            LeaseUntil = SqliteTimes.Read(row.NullableLong(12), offsets, 3),
            LeaseOwner = row.NullableText(14),
            Error = row.NullableText(15),
            Payload = SqliteJson.ReadRaw(row, 16),
        };
    }

    private static Job Replace(SqliteDatabase database, Job job)
    {
        Put(database, SqliteWorkspace.Find(database, job.Scope.Workspace)!.Number, job);
        return job;
    }

    private static SqliteStatement PrepareNext(SqliteDatabase database, DateTimeOffset now, IReadOnlyList<string> kinds)
    {
        var condition =
            kinds.Count == 0 ? string.Empty : $" AND kind IN ({string.Join(", ", Enumerable.Range(2, kinds.Count).Select(number => $"?{number}"))})";
        var statement = database.Prepare(SqliteSql.NextJob + condition + SqliteSql.NextJobEnd).Add(now.UtcTicks);
        foreach (var kind in kinds)
        {
            statement.Add(kind);
        }

        return statement;
    }
}
