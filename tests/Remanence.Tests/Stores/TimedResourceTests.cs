using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedResourceTests : ResourceSuite<TimedStoreFixture>;
