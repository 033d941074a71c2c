using Remanence.ConformanceTests.Engines;

namespace Remanence.Tests.Stores;

public sealed class InMemoryBeliefTests : BeliefSuite<InMemoryStoreFixture>;
