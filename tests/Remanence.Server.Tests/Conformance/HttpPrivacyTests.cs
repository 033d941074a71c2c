using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpPrivacyTests(HttpFixture fixture) : PrivacySuite<HttpFixture>(fixture);
