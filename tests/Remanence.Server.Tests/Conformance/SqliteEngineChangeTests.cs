using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineChangeTests(SqliteEngineFixture fixture) : ChangeSuite<SqliteEngineFixture>(fixture);
