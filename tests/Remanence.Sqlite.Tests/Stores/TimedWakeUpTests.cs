using Remanence.ConformanceTests.Stores;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class TimedWakeUpTests : WakeUpSuite<TimedSqliteFixture>;
