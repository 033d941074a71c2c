using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedHistoryTests : HistorySuite<TimedStoreFixture>;
