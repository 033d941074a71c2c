using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEnginePeopleTests(SqliteEngineFixture fixture) : PeopleSuite<SqliteEngineFixture>(fixture);
