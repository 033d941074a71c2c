using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpBadInputTests(HttpFixture fixture) : BadInputSuite<HttpFixture>(fixture);
