using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class InMemoryWorkspaceTests : WorkspaceSuite<InMemoryStoreFixture>;
