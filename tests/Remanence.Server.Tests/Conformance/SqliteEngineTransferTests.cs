using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class SqliteEngineTransferTests(SqliteEngineFixture fixture) : TransferSuite<SqliteEngineFixture>(fixture);
