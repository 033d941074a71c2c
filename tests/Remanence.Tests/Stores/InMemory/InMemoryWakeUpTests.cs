using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemoryWakeUpTests : WakeUpSuite<InMemoryStoreFixture>;
