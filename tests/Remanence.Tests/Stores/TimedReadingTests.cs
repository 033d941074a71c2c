using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedReadingTests : ReadingSuite<TimedStoreFixture>;
