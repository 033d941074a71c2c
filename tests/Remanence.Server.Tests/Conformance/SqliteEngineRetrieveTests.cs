using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineRetrieveTests(SqliteEngineFixture fixture) : RetrieveSuite<SqliteEngineFixture>(fixture);
