using Remanence.ConformanceTests.Engines;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemoryEnginePairTests : EnginePairSuite<InMemoryStoreFixture>;
