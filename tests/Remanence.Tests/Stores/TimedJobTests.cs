using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedJobTests : JobSuite<TimedStoreFixture>;
