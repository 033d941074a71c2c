using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class CompletenessTests
{
    [Fact]
    public void Every_implementation_is_held_to_every_suite()
    {
        var fixtures = typeof(CompletenessTests).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(MemoryServiceFixture))).ToList();

        fixtures.Count.ShouldBeGreaterThanOrEqualTo(3);
        SuiteCompleteness.Missing(typeof(CompletenessTests).Assembly, fixtures).ShouldBeEmpty();
    }
}
