using Remanence.ConformanceTests;

namespace Remanence.Tests.Stores;

public sealed class InMemorySuiteCompletenessTests
{
    [Fact]
    public void Every_suite_runs() => StoreSuiteCompleteness.Check<InMemoryStoreFixture>();
}
