using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineEraseTests(InMemoryEngineFixture fixture) : EraseSuite<InMemoryEngineFixture>(fixture);
