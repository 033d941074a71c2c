using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineRetrieveTests(InMemoryEngineFixture fixture) : RetrieveSuite<InMemoryEngineFixture>(fixture);
