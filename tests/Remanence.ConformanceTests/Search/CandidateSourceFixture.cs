using Remanence.Search;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Search;

/// <summary>A store and a source beside it, empty for each test. Both outlive the services over them.</summary>
public abstract class CandidateSourceFixture : IAsyncDisposable
{
    /// <summary>The source; null for what searches in the process, without one.</summary>
    public abstract CandidateSource? Source { get; }

    /// <summary>The store, open.</summary>
    public abstract MemoryStore Store { get; }

    /// <summary>
    /// A service over both, which need not do work in the background. It is called again for what comes after a restart; the first is not used any more then.
    /// </summary>
    public abstract Task<MemoryService> OpenAsync();

    /// <summary>Removes what the fixture made.</summary>
    public abstract ValueTask DisposeAsync();
}
