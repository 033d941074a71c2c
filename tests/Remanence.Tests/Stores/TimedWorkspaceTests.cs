using Remanence.ConformanceTests.Stores;

namespace Remanence.Tests.Stores;

public sealed class TimedWorkspaceTests : WorkspaceSuite<TimedStoreFixture>;
