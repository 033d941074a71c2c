using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedIsolationTests : IsolationSuite<TimedStoreFixture>;
