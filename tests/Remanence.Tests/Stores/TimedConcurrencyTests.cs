using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedConcurrencyTests : ConcurrencySuite<TimedStoreFixture>;
