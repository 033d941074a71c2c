using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemoryWorkspaceTests : WorkspaceSuite<InMemoryStoreFixture>;
