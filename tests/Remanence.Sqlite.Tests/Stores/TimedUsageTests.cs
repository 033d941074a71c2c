using Remanence.ConformanceTests.Stores;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class TimedUsageTests : UsageSuite<TimedSqliteFixture>;
