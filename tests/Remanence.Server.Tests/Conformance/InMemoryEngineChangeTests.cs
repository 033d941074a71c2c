using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineChangeTests(InMemoryEngineFixture fixture) : ChangeSuite<InMemoryEngineFixture>(fixture);
