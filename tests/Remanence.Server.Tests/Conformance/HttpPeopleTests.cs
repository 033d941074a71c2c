using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpPeopleTests(HttpFixture fixture) : PeopleSuite<HttpFixture>(fixture);
