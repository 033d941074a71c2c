using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineNamesTests(SqliteEngineFixture fixture) : NamesSuite<SqliteEngineFixture>(fixture);
