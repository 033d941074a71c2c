using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class InMemoryEnginePrivacyTests(InMemoryEngineFixture fixture) : PrivacySuite<InMemoryEngineFixture>(fixture);
