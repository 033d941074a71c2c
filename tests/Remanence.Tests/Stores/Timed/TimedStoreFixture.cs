using OwnStore;
using Remanence.ConformanceTests.Stores;
using Remanence.Stores;

namespace Remanence.Tests.Stores.Timed;

/// <summary>The sample's store around the one in memory.</summary>
public sealed class TimedStoreFixture : StoreFixture
{
    public override bool IsDurable => false;

    public override MemoryStore Create() => new TimedStore<InMemoryStore>(new InMemoryStore(Clock), (operation, took) =>
    {
        operation.ShouldEndWith("Async");
        took.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
    });

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
