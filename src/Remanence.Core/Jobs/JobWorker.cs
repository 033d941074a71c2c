using Microsoft.Extensions.Logging;
using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>
/// Does background work: leases due jobs, a few at a time, and has their handlers do them. Any number of workers may share a store. Started and stopped once.
/// </summary>
internal sealed class JobWorker : IAsyncDisposable
{
    private static readonly TimeSpan CountInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    private readonly MemoryStore _store;
    private readonly JobOptions _options;
    private readonly TimeProvider _time;
    private readonly SteadyClock _clock;
    private readonly ILogger _logger;
    private readonly JobRunner _runner;
    private Dictionary<string, JobHandler> _handlers = [];
    private string[] _kinds = [];
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _runs = [];
    private readonly string _name;
    private readonly JobGauge _gauge = new();
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private DateTimeOffset _nextCount = DateTimeOffset.MinValue;
    private DateTimeOffset _nextPrune = DateTimeOffset.MinValue;
    private bool _isAway;
    private long _leases;
    private long _heard;
    private Task? _loop;
    private TaskCompletionSource _ran = NewSource();

    public JobWorker(
        MemoryStore store, Committer committer, JobOptions options, TimeProvider time, ILogger logger)
    {
        options.Check();
        _store = store;
        _options = options;
        _time = time;
        _clock = new SteadyClock(time);
        _logger = logger;
        _name = Identifiers.New(time.GetUtcNow());
        _slots = new SemaphoreSlim(options.Workers, options.Workers);
        _runner = new JobRunner(store, committer, options, time, logger);
        Stopped = _stopped.Token;
    }

    /// <summary>Fires when nobody works here any more, so that nobody should wait for it.</summary>
    public CancellationToken Stopped { get; }

    /// <summary>Says who does the work, one a kind; before anything else. What they work with may be made of what the worker is made of.</summary>
    public void Employ(IReadOnlyList<JobHandler> handlers)
    {
        _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        _kinds = [.. _handlers.Keys];
    }

    /// <summary>Begins to work.</summary>
    public void Start()
    {
        if (_kinds.Length > 0)
        {
            _loop ??= Task.Run(LoopAsync);
        }
    }

    /// <summary>Where nothing was started: does what is due, for a caller who would wait for it in vain.</summary>
    /// <param name="kind">Only jobs of this kind; null: of all kinds.</param>
    /// <param name="cancellationToken">Ends the caller's part; a job that was begun is done.</param>
    public async Task WorkOffAsync(string? kind, CancellationToken cancellationToken)
    {
        while (_loop is null && _options.Workers > 0 && !_stopping.IsCancellationRequested)
        {
            await _slots.WaitAsync(cancellationToken);
            if (await LeaseOrStopAsync(kind is null ? _kinds : [kind]) is not { } job)
            {
                _slots.Release();
                return;
            }

            var run = Task.Run(() => RunAsync(job), CancellationToken.None);
            Follow(run);
            await run.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Takes no more jobs, tells the handlers to end, and hands back what they leave undone, also where one does not end in
    /// <see cref="JobOptions.ShutdownTime"/>.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_loop is not null)
        {
            await _loop;
        }

        Task[] runs;
        lock (_lock)
        {
            runs = [.. _runs];
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = Task.WhenAll(runs);
        await Task.WhenAny(ended, Task.Delay(_options.ShutdownTime, _time, limit.Token));
        await limit.CancelAsync();
        if (!ended.IsCompleted)
        {
            await _runner.AbandonAsync();
        }

        await _stopped.CancelAsync();
    }

    /// <summary>Stops. What a handler that does not end may still touch is left to the garbage collector.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _gauge.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _slots.WaitAsync(_stopping.Token);
                var ran = Volatile.Read(ref _ran).Task;
                var now = _clock.Now;
                await UpkeepAsync(now);
                if (await LeaseAsync(_kinds) is { } job)
                {
                    Follow(Task.Run(() => RunAsync(job)));
                }
                else
                {
                    _slots.Release();
                    await PauseAsync(ran, now);
                }
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                // The store was closed under it; there is nothing more to do.
                return;
            }
        }
    }

    private async Task<Job?> LeaseAsync(string[] kinds)
    {
        try
        {
            // Every lease has an owner of its own, so that a late attempt is never taken for a newer one.
            var job = await _store.LeaseJobAsync($"{_name}/{Interlocked.Increment(ref _leases)}", _options.LeaseTime, kinds, _stopping.Token);
            Volatile.Write(ref _isAway, false);
            return job;
        }
        catch (RemanenceException exception)
        {
            TellStoreAway(exception);
            return null;
        }
    }

    private async Task<Job?> LeaseOrStopAsync(string[] kinds)
    {
        try
        {
            return await LeaseAsync(kinds);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Stopped between the look and the lease: the caller is told of the job as it stands.
            return null;
        }
    }

    private async Task RunAsync(Job job)
    {
        try
        {
            if (await _runner.RunAsync(job, _handlers[job.Kind], _stopping.Token) is { } pause)
            {
                var next = _clock.Now + pause;
                lock (_lock)
                {
                    _next = next < _next ? next : _next;
                }
            }
        }
        catch (RemanenceException exception)
        {
            // What it held comes back when its lease is over.
            TellStoreAway(exception);
        }
        finally
        {
            _slots.Release();

            // The loop may wait longer than this run has found out that it should.
            Interlocked.Exchange(ref _ran, NewSource()).SetResult();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Follow(Task run)
    {
        lock (_lock)
        {
            _runs.RemoveAll(ended => ended.IsCompleted);
            _runs.Add(run);
        }
    }

    private async Task PauseAsync(Task ran, DateTimeOffset now)
    {
        var until = now + _options.PollInterval;
        lock (_lock)
        {
            if (_next <= now)
            {
                _next = DateTimeOffset.MaxValue;
            }

            until = _next < until ? _next : until;
        }

        using var pause = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var heard = HearAsync(pause.Token);
        await Task.WhenAny(heard, ran, Task.Delay(until - now, _time, pause.Token));
        await pause.CancelAsync();
        if (heard.IsFaulted)
        {
            await heard;
        }
    }

    // Ends when there may be something to lease, whoever brought it.
    private async Task HearAsync(CancellationToken cancellationToken)
    {
        try
        {
            _heard = await _store.WaitForJobsAsync(_heard, cancellationToken);
        }
        catch (RemanenceException exception)
        {
            // The next look, which the clock brings, may find it again.
            TellStoreAway(exception);
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        }
    }

    private async Task UpkeepAsync(DateTimeOffset now)
    {
        if (now < _nextCount)
        {
            return;
        }

        _nextCount = now + CountInterval;
        try
        {
            if (now >= _nextPrune)
            {
                _nextPrune = now + PruneInterval;
                await _store.PruneJobsAsync(_options.Retention, _stopping.Token);
            }

            _gauge.Set(await _store.CountJobsAsync(_stopping.Token));
        }
        catch (RemanenceException exception)
        {
            TellStoreAway(exception);
        }
    }

    // Once until it is back; one that is damaged or full has said so itself.
    private void TellStoreAway(RemanenceException exception)
    {
        if (exception is not (StoreDamagedException or StoreFullException) && !Interlocked.Exchange(ref _isAway, true))
        {
            JobLog.StoreAway(_logger, exception.GetType().Name);
        }
    }
}
