using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEnginePeopleTests(InMemoryEngineFixture fixture) : PeopleSuite<InMemoryEngineFixture>(fixture);
