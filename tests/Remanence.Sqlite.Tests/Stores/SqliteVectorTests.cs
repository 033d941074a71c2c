using Remanence.ConformanceTests.Stores;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class SqliteVectorTests : VectorSuite<SqliteStoreFixture>;
