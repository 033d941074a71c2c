using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpWatchTests(HttpFixture fixture) : WatchSuite<HttpFixture>(fixture);
