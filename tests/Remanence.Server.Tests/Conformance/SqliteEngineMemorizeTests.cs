using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineMemorizeTests(SqliteEngineFixture fixture) : MemorizeSuite<SqliteEngineFixture>(fixture);
