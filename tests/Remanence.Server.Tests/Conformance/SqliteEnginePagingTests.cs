using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEnginePagingTests(SqliteEngineFixture fixture) : PagingSuite<SqliteEngineFixture>(fixture);
