using Remanence.ConformanceTests.Engines;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class SqliteBeliefTests : BeliefSuite<SqliteStoreFixture>;
