using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpPagingTests(HttpFixture fixture) : PagingSuite<HttpFixture>(fixture);
