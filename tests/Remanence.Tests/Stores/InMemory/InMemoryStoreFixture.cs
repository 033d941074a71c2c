using Remanence.ConformanceTests.Stores;
using Remanence.Stores;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemoryStoreFixture : StoreFixture
{
    public override bool IsDurable => false;

    public override MemoryStore Create() => new InMemoryStore(Clock);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
