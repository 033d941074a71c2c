using Remanence.ConformanceTests.Engines;

namespace Remanence.Tests.Stores;

public sealed class TimedBeliefTests : BeliefSuite<TimedStoreFixture>;
