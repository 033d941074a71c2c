using FsCheck.Fluent;
using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.Search;
using Remanence.Search.Ranking;
using Remanence.Stores.Filters;

namespace Remanence.Tests.Search;

public sealed class RowFilterTests
{
    private static readonly MemoryAnalyzer Analyzer = new(StaticEmbedder.Shared);

    [Fact]
    public void Filters_mean_what_matches_means()
    {
        var telling = 0;
        Prop.ForAll<int>(seed =>
        {
            var random = new RandomFilters(seed);
            var memories = Enumerable.Range(0, 40).Select(_ => random.NextMemory()).ToList();
            var index = IndexOf(memories);
            for (var i = 0; i < 20; i++)
            {
                var filter = random.NextFilter(4);
                var expected = memories.Where(filter.Matches).Select(memory => memory.Id).Order(StringComparer.Ordinal).ToList();
                Found(index, filter).ShouldBe(expected, $"{seed}/{i}: {filter}");
                telling += expected.Count is > 0 and < 40 ? 1 : 0;
            }
        }).Hold();
        telling.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Of_two_members_with_one_name_the_last_counts()
    {
        Memory[] memories =
        [
            new(Sample.Memory("last")) { Metadata = Sample.Json("""{"a":{"x":1},"a":2}""") },
            new(Sample.Memory("first")) { Metadata = Sample.Json("""{"a":2,"a":{"x":1}}""") },
        ];
        var index = IndexOf(memories);
        Found(index, new MemoryFilter.Metadata(["a"], MetadataOperator.Eq, [Sample.Json("2")])).ShouldBe(["last"]);
        Found(index, new MemoryFilter.Metadata(["a", "x"], MetadataOperator.Eq, [Sample.Json("1")])).ShouldBe(["first"]);
    }

    [Fact]
    public void A_changed_memory_is_known_by_what_it_says_now()
    {
        var index = IndexOf([new(Sample.Memory("a")) { Keywords = ["tea"], Metadata = Sample.Json("""{"x":1}""") }]);
        index.Apply(
            Analyzer.Analyze([new Memory(Sample.Memory("a")) { Keywords = ["coffee"], Metadata = Sample.Json("""{"x":2}""") }], CancellationToken.None),
            [],
            [],
            2);
        Found(index, new MemoryFilter.Keyword(["tea"])).ShouldBeEmpty();
        Found(index, new MemoryFilter.Keyword(["COFFEE"])).ShouldBe(["a"]);
        Found(index, new MemoryFilter.Metadata(["x"], MetadataOperator.Lt, [Sample.Json("2")])).ShouldBeEmpty();
        Found(index, new MemoryFilter.Id(["a", "b"])).ShouldBe(["a"]);
    }

    [Fact]
    public void An_event_of_no_length_at_the_beginning_of_time_is_one()
    {
        var never = new EventTime(new TimeInterval(DateTimeOffset.MinValue, DateTimeOffset.MinValue), TimePrecision.Day);
        var index = IndexOf([new(Sample.Memory("a")) { EventTime = never }, Sample.Memory("b")]);
        Found(index, new MemoryFilter.Time(MemoryTimeField.Event, null, Sample.At)).ShouldBe(["a"]);
    }

    private static WorkspaceIndex IndexOf(IReadOnlyList<Memory> memories)
    {
        var index = new WorkspaceIndex(Analyzer.Dimensions, generation: 1);
        index.Apply(Analyzer.Analyze(memories, CancellationToken.None), [], [], 1);
        return index;
    }

    private static List<string> Found(WorkspaceIndex index, MemoryFilter filter)
    {
        var query = new SearchQuery
        {
            Text = "",
            Terms = [],
            Vector = new float[Analyzer.Dimensions],
            Scope = new Scope("ws"),
            Filter = filter,
            AnyStatus = true,
            TopK = 1_000,
        };
        return [.. Ranker.Search(index, query, new SearchOptions())!.Select(found => found.Id).Order(StringComparer.Ordinal)];
    }
}
