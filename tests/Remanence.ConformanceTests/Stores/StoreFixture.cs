using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

/// <summary>One fresh place for a store; each test has its own. What it made on disk or on a server goes when it is disposed.</summary>
public abstract class StoreFixture : IAsyncDisposable
{
    /// <summary>Whether what is stored outlives the store object.</summary>
    public abstract bool IsDurable { get; }

    /// <summary>The clock that the store goes by.</summary>
    public StoreClock Clock { get; } = new();

    /// <summary>A store on the fixture's place and clock, not yet opened. It is called again to reopen, after the first was disposed.</summary>
    public abstract MemoryStore Create();

    /// <summary>Removes what the fixture made.</summary>
    public abstract ValueTask DisposeAsync();
}
