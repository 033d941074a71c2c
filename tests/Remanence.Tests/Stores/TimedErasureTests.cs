using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedErasureTests : ErasureSuite<TimedStoreFixture>;
