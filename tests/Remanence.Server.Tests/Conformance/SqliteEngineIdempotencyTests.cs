using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineIdempotencyTests(SqliteEngineFixture fixture) : IdempotencySuite<SqliteEngineFixture>(fixture);
