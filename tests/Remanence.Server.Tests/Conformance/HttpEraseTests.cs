using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpEraseTests(HttpFixture fixture) : EraseSuite<HttpFixture>(fixture);
