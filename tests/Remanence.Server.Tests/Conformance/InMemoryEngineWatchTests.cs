using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineWatchTests(InMemoryEngineFixture fixture) : WatchSuite<InMemoryEngineFixture>(fixture);
