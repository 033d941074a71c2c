using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineWatchTests(SqliteEngineFixture fixture) : WatchSuite<SqliteEngineFixture>(fixture);
