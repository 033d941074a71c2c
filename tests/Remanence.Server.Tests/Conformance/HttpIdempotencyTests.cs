using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class HttpIdempotencyTests(HttpFixture fixture) : IdempotencySuite<HttpFixture>(fixture);
