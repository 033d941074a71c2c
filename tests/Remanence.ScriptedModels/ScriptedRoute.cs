namespace Remanence.ScriptedModels;

/// <summary>
/// One path of the endpoint: what it answers, and what it was asked. What is queued goes first, then the function, then the default. Thread-safe.
/// </summary>
public sealed class ScriptedRoute
{
    private readonly Lock _lock = new();
    private readonly Queue<Reply> _queue = new();
    private readonly List<SeenRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private Func<SeenRequest, Reply> _answer;

    internal ScriptedRoute(Func<SeenRequest, Reply> answer) => _answer = answer;

    /// <summary>What it was asked so far, in order.</summary>
    public IReadOnlyList<SeenRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Answers the next requests with these, one each.</summary>
    public void Enqueue(params IEnumerable<Reply> replies)
    {
        lock (_lock)
        {
            foreach (var reply in replies)
            {
                _queue.Enqueue(reply);
            }
        }
    }

    /// <summary>Answers whatever is not queued by this function.</summary>
    public void Respond(Func<SeenRequest, Reply> answer)
    {
        lock (_lock)
        {
            _answer = answer;
        }
    }

    /// <summary>Answers whatever is not queued like this.</summary>
    public void Respond(Reply reply) => Respond(_ => reply);

    /// <summary>Ends when so many requests have come.</summary>
    public Task SeenAsync(int count, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_requests.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    internal Reply Next(SeenRequest request)
    {
        Func<SeenRequest, Reply> answer;
        lock (_lock)
        {
            _requests.Add(request);
            foreach (var (_, reached) in _waiters.Where(waiter => waiter.Count <= _requests.Count))
            {
                reached.TrySetResult();
            }

            if (_queue.TryDequeue(out var queued))
            {
                return queued;
            }

            answer = _answer;
        }

        return answer(request);
    }
}
