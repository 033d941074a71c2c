using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineScopeTests(SqliteEngineFixture fixture) : ScopeSuite<SqliteEngineFixture>(fixture);
