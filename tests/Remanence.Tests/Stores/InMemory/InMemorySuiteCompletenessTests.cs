using Remanence.ConformanceTests;

namespace Remanence.Tests.Stores.InMemory;

public sealed class InMemorySuiteCompletenessTests
{
    [Fact]
    public void Every_suite_runs() => StoreSuiteCompleteness.Check<InMemoryStoreFixture>();
}
