using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpMemorizeTests(HttpFixture fixture) : MemorizeSuite<HttpFixture>(fixture);
