using Remanence.ConformanceTests.Engines;

namespace Remanence.Tests.Stores.Timed;

public sealed class TimedEnginePairTests : EnginePairSuite<TimedStoreFixture>;
