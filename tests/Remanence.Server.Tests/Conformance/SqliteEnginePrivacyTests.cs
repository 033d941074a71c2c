using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEnginePrivacyTests(SqliteEngineFixture fixture) : PrivacySuite<SqliteEngineFixture>(fixture);
