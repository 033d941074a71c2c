using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemoryReadingTests : ReadingSuite<InMemoryStoreFixture>;
