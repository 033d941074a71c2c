using Remanence.ConformanceTests;

namespace Remanence.Sqlite.Tests.Stores;

public sealed class SqliteSuiteCompletenessTests
{
    [Fact]
    public void Every_suite_runs() => StoreSuiteCompleteness.Check<SqliteStoreFixture>();
}
