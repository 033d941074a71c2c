using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpChangeTests(HttpFixture fixture) : ChangeSuite<HttpFixture>(fixture);
