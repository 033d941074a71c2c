using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores.Timed;

public sealed class TimedVectorTests : VectorSuite<TimedStoreFixture>;
