using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpRetrieveTests(HttpFixture fixture) : RetrieveSuite<HttpFixture>(fixture);
