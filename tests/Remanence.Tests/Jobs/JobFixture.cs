using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Jobs;

/// <summary>An engine with scripted handlers, and a clock of the test's own.</summary>
internal sealed class JobFixture : IAsyncDisposable
{
    public const string Workspace = "ws";

    private JobFixture(MemoryEngine engine, MemoryStore store, FakeTimeProvider time)
    {
        Engine = engine;
        Store = store;
        Time = time;
    }

    public MemoryEngine Engine { get; }

    public MemoryStore Store { get; }

    public FakeTimeProvider Time { get; }

    public static JobOptions Options { get; } = new();

    public static async Task<JobFixture> StartAsync(
        JobHandler handler,
        JobOptions? options = null,
        MemoryStore? store = null,
        FakeTimeProvider? time = null,
        ILoggerFactory? logging = null)
    {
        var isOpen = store is not null;
        time ??= new FakeTimeProvider(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        store ??= new InMemoryStore(time);
        var engine = new MemoryEngine(store, new MemoryEngineOptions { Jobs = options ?? Options, JobHandlers = [handler] }, time, logging);
        if (!isOpen)
        {
            await engine.OpenAsync();
        }

        await engine.StartJobsAsync();
        return new JobFixture(engine, store, time);
    }

    /// <summary>Makes one observation of each message of the run's jobs.</summary>
    public static async Task<ChangeSet> ObserveAsync(MemoryStore store, JobRun run, TimeProvider time, CancellationToken cancellationToken)
    {
        var inserts = new List<Memory>();
        foreach (var job in run.Jobs)
        {
            var resource = job.Payload!.Value.GetProperty("resource_id").GetString()!;
            var query = new PageQuery { Scope = job.Scope, Limit = 1000 };
            foreach (var message in (await store.QueryMessagesAsync(resource, query, cancellationToken)).Items)
            {
                inserts.Add(new Memory
                {
                    Id = $"{run.ChangeSetId}/{resource}/{message.Position}",
                    Scope = job.Scope,
                    Kind = MemoryKinds.Observation,
                    Content = message.Message.Content,
                    ObservedAt = time.GetUtcNow(),
                    RecordedAt = time.GetUtcNow(),
                    UpdatedAt = time.GetUtcNow(),
                    Sources = [new MemorySource { ResourceId = resource, MessageId = message.Message.Id }],
                });
            }
        }

        return new ChangeSet { Id = "any", Workspace = run.Job.Scope.Workspace, At = time.GetUtcNow(), Actor = "test", Inserts = inserts };
    }

    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30), what);
            await Task.Yield();
        }
    }

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    public Task<MemorizeResult> SayAsync(string content, string? session = "s", bool wait = false, string? user = null) => Engine.MemorizeAsync(
        Workspace, new MemorizeRequest { Messages = [new Message { Role = "user", Content = content }], SessionId = session, UserId = user, Wait = wait });

    public async Task<Job> QueueAsync(string kind, Scope? scope = null, int priority = 0, string? id = null)
    {
        var now = Time.GetUtcNow();
        var job = new Job
        {
            Id = id ?? Identifiers.New(now),
            Scope = scope ?? new Scope(Workspace),
            Kind = kind,
            Priority = priority,
            DueAt = now,
            RecordedAt = now,
            UpdatedAt = now,
        };
        await Store.CommitAsync(new ChangeSet { Id = "queue/" + job.Id, Workspace = job.Scope.Workspace, At = now, Jobs = [job] }, CancellationToken.None);
        return job;
    }

    public Task UntilStateAsync(string jobId, JobState state) =>
        UntilAsync(async () => (await Store.GetJobAsync(Workspace, jobId, CancellationToken.None))?.State == state, $"The job does not become {state}.");

    /// <summary>Lets time pass in steps, giving the worker room, until something holds.</summary>
    public async Task PassAsync(TimeSpan step, Func<Task<bool>> until, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await until())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30), what);
            Time.Advance(step);
            await Task.Delay(1);
        }
    }

    public async Task<IReadOnlyList<string>> ObservationsAsync()
    {
        var all = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Store.QueryAsync(
                new MemoryQuery
                {
                    Scope = new Scope(Workspace),
                    Filter = new MemoryFilter.Kind([MemoryKinds.Observation]),
                    Cursor = cursor,
                    Limit = 1000,
                },
                CancellationToken.None);
            all.AddRange(page.Items.Select(memory => memory.Content));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return all;
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
