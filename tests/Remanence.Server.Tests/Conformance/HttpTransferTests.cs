using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpTransferTests(HttpFixture fixture) : TransferSuite<HttpFixture>(fixture);
