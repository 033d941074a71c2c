using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineEraseTests(SqliteEngineFixture fixture) : EraseSuite<SqliteEngineFixture>(fixture);
