using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEnginePagingTests(InMemoryEngineFixture fixture) : PagingSuite<InMemoryEngineFixture>(fixture);
