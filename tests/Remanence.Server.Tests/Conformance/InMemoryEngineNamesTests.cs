using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineNamesTests(InMemoryEngineFixture fixture) : NamesSuite<InMemoryEngineFixture>(fixture);
