using ModelContextProtocol.Protocol;

namespace Remanence.Cli.Mcp;

/// <summary>The requests that still wait for an answer.</summary>
internal sealed class Unanswered
{
    private readonly Lock _lock = new();
    private readonly HashSet<RequestId> _ids = [];
    private readonly TaskCompletionSource _none = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ending;

    public void Add(RequestId id)
    {
        lock (_lock)
        {
            _ids.Add(id);
        }
    }

    public void Remove(RequestId id)
    {
        lock (_lock)
        {
            _ids.Remove(id);
            Check();
        }
    }

    /// <summary>Ends when none is left; no more are added from here on.</summary>
    public Task NoneAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _ending = true;
            Check();
        }

        return _none.Task.WaitAsync(cancellationToken);
    }

    private void Check()
    {
        if (_ending && _ids.Count == 0)
        {
            _none.TrySetResult();
        }
    }
}
