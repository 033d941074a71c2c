using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineMemorizeTests(InMemoryEngineFixture fixture) : MemorizeSuite<InMemoryEngineFixture>(fixture);
