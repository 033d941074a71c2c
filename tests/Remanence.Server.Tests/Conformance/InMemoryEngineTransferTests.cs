using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEngineTransferTests(InMemoryEngineFixture fixture) : TransferSuite<InMemoryEngineFixture>(fixture);
