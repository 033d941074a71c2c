using OwnService;
using Remanence.ConformanceTests.Services;
using Remanence.Services;

namespace Remanence.Server.Tests.Conformance;

public sealed class CompletenessTests
{
    [Fact]
    public void Every_implementation_is_held_to_the_suites_of_every_interface_that_it_implements()
    {
        var types = typeof(CompletenessTests).Assembly.GetTypes();
        var fixtures = types.Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(MemoryServiceFixture))).ToList();

        fixtures.Count.ShouldBeGreaterThanOrEqualTo(4);
        SuiteCompleteness.Missing(typeof(CompletenessTests).Assembly, fixtures).ShouldBeEmpty();
    }

    [Fact]
    public void A_suite_that_is_left_out_is_named()
    {
        // No assembly but this one has classes for the fixture.
        var missing = SuiteCompleteness.Missing(typeof(MemoryEngine).Assembly, [typeof(DictionaryFixture)]);

        missing.Count.ShouldBe(SuiteCompleteness.SuitesOf(typeof(DictionaryMemoryService)).Count);
        missing.ShouldContain("MemorizeSuite`1 for DictionaryFixture");
        missing.ShouldNotContain("HistorySuite`1 for DictionaryFixture");
    }

    [Fact]
    public void An_interface_more_is_a_suite_more()
    {
        var small = SuiteCompleteness.SuitesOf(typeof(DictionaryMemoryService));
        var whole = SuiteCompleteness.SuitesOf(typeof(MemoryEngine));

        small.Count.ShouldBeGreaterThanOrEqualTo(10);
        small.ShouldBeSubsetOf(whole);
        SuiteCompleteness.SuitesOf(typeof(Client.HttpMemoryService)).ShouldBe(whole, ignoreOrder: true);
        SuiteCompleteness.WithoutSuite().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_service_cannot_do_is_said_in_a_sentence()
    {
        var service = new DictionaryMemoryService(TimeProvider.System);

        Should.Throw<MissingCapabilityException>(service.Require<IMemoryHistory>).Message
            .ShouldBe("This memory service, DictionaryMemoryService, has no IMemoryHistory; use one that implements it.");
    }
}
