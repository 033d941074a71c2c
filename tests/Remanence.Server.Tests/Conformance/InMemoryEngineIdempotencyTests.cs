using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineIdempotencyTests(InMemoryEngineFixture fixture) : IdempotencySuite<InMemoryEngineFixture>(fixture);
