namespace Remanence.Flows.Interceptors;

/// <summary>The interceptors of a catalogue. A change makes a new list, so that whoever reads one reads it whole.</summary>
internal sealed class InterceptorList
{
    private readonly Lock _lock = new();
    private volatile FlowInterceptor[] _all = [];

    public IReadOnlyList<FlowInterceptor> All => _all;

    public IDisposable Add(FlowInterceptor interceptor)
    {
        // A copy, so that one that was added twice is removed once.
        var own = interceptor with { };
        lock (_lock)
        {
            _all = [.. _all.Append(own).OrderBy(entry => entry.Order)];
        }

        return new Handle(this, own);
    }

    private void Remove(FlowInterceptor own)
    {
        lock (_lock)
        {
            _all = [.. _all.Where(entry => !ReferenceEquals(entry, own))];
        }
    }

    private sealed class Handle(InterceptorList list, FlowInterceptor own) : IDisposable
    {
        public void Dispose() => list.Remove(own);
    }
}
