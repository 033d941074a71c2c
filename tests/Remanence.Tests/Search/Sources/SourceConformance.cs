using Remanence.ConformanceTests;
using Remanence.ConformanceTests.Search;

namespace Remanence.Tests.Search.Sources;

public sealed class NaiveSourceSearchTests : SourceSearchSuite<NaiveSourceFixture>;

public sealed class NaiveSourceFeedTests : SourceFeedSuite<NaiveSourceFixture>;

public sealed class InProcessSearchTests : SourceSearchSuite<InProcessFixture>;

public sealed class InProcessFeedTests : SourceFeedSuite<InProcessFixture>;

public sealed class SourceSuiteCompletenessTests
{
    [Fact]
    public void No_search_engine_leaves_a_suite_out() => SourceSuiteCompleteness.Missing(typeof(SourceSuiteCompletenessTests).Assembly).ShouldBeEmpty();
}
