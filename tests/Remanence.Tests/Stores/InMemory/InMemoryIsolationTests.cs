using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemoryIsolationTests : IsolationSuite<InMemoryStoreFixture>;
