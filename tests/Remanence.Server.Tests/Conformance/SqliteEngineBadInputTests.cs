using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineBadInputTests(SqliteEngineFixture fixture) : BadInputSuite<SqliteEngineFixture>(fixture);
