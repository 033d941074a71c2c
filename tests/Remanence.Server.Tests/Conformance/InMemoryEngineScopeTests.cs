using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineScopeTests(InMemoryEngineFixture fixture) : ScopeSuite<InMemoryEngineFixture>(fixture);
