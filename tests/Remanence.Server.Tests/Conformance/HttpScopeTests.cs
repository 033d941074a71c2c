using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpScopeTests(HttpFixture fixture) : ScopeSuite<HttpFixture>(fixture);
