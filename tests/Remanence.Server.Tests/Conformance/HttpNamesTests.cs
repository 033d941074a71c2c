using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpNamesTests(HttpFixture fixture) : NamesSuite<HttpFixture>(fixture);
