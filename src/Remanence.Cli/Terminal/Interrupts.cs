namespace Remanence.Cli.Terminal;

/// <summary>Ctrl-C: it reaches whoever asked for it last; when nobody did, it ends the command. Thread-safe.</summary>
internal sealed class Interrupts
{
    private readonly Lock _lock = new();
    private readonly List<Action> _handlers = [];

    /// <summary>Takes what comes until it is disposed.</summary>
    /// <param name="handler">Must return at once, and is not called after the disposal.</param>
    public IDisposable Take(Action handler)
    {
        lock (_lock)
        {
            _handlers.Add(handler);
        }

        return new Taken(this, handler);
    }

    /// <summary>Passes one on.</summary>
    /// <returns>Whether somebody took it.</returns>
    public bool Signal()
    {
        lock (_lock)
        {
            if (_handlers.Count == 0)
            {
                return false;
            }

            _handlers[^1]();
            return true;
        }
    }

    private sealed class Taken(Interrupts owner, Action handler) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._handlers.Remove(handler);
            }
        }
    }
}
