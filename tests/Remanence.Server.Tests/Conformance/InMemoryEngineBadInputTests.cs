using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineBadInputTests(InMemoryEngineFixture fixture) : BadInputSuite<InMemoryEngineFixture>(fixture);
