using Remanence.ConformanceTests;

namespace Remanence.Tests.Stores.Timed;

public sealed class TimedSuiteCompletenessTests
{
    [Fact]
    public void Every_suite_runs() => StoreSuiteCompleteness.Check<TimedStoreFixture>();
}
