using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedHostileTextTests : HostileTextSuite<TimedStoreFixture>;
