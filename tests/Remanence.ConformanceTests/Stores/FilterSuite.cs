using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Stores;

public abstract class FilterSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public Task Everything_and_nothing() => ShouldFind(
        [Sample.Memory("a")],
        (new MemoryFilter.And([]), "a"),
        (new MemoryFilter.Or([]), ""),
        (new MemoryFilter.Not(new MemoryFilter.Or([])), "a"));

    [Fact]
    public Task Ids() => ShouldFind(
        [Sample.Memory("a"), Sample.Memory("A"), Sample.Memory("b")],
        (new MemoryFilter.Id(["a", "b", "c"]), "a b"),
        (new MemoryFilter.Id([]), ""));

    [Fact]
    public Task Kinds() => ShouldFind(
        [new Memory(Sample.Memory("a")) { Kind = "task" }, new Memory(Sample.Memory("b")) { Kind = "Task" }, new Memory(Sample.Memory("c")) { Kind = "tool" }],
        (new MemoryFilter.Kind(["task", "tool"]), "a c"),
        (new MemoryFilter.Not(new MemoryFilter.Kind(["task"])), "b c"));

    [Fact]
    public Task Standings() => ShouldFind(
        [Sample.Memory("a"), new Memory(Sample.Memory("b")) { Status = MemoryStatus.Expired }],
        (new MemoryFilter.Status([MemoryStatus.Active]), "a"),
        (new MemoryFilter.Status([MemoryStatus.Active, MemoryStatus.Expired]), "a b"),
        (new MemoryFilter.Status([]), ""));

    [Fact]
    public Task Validity() => ShouldFind(
        [
            Sample.Memory("always"),
            new Memory(Sample.Memory("from")) { ValidFrom = Sample.At },
            new Memory(Sample.Memory("to")) { ValidTo = Sample.At },
        ],
        (new MemoryFilter.ValidAt(Sample.At.ToOffset(TimeSpan.FromHours(-7))), "always from"),
        (new MemoryFilter.ValidAt(Sample.At.AddTicks(-1)), "always to"),
        (new MemoryFilter.Not(new MemoryFilter.ValidAt(Sample.At)), "to"));

    [Fact]
    public Task Times() => ShouldFind(
        [
            Sample.Memory("a"),
            new Memory(Sample.Memory("b")) { ObservedAt = Sample.At.AddDays(1) },
            new Memory(Sample.Memory("c")) { ObservedAt = new DateTimeOffset(DateTime.MaxValue, TimeSpan.FromHours(14)) },
        ],
        (new MemoryFilter.Time(MemoryTimeField.Observed, Sample.At, Sample.At.AddDays(1)), "a"),
        (new MemoryFilter.Time(MemoryTimeField.Observed, Sample.At.AddTicks(1), null), "b c"),
        (new MemoryFilter.Time(MemoryTimeField.Observed, null, DateTimeOffset.MaxValue), "a b c"),
        (new MemoryFilter.Time(MemoryTimeField.Recorded, Sample.At.AddMinutes(1), Sample.At.AddMinutes(1).AddTicks(1)), "a b c"),
        (new MemoryFilter.Time(MemoryTimeField.Updated, null, Sample.At.AddMinutes(2)), ""));

    [Fact]
    public Task Event_times_overlap() => ShouldFind(
        [
            Sample.Memory("none"),
            new Memory(Sample.Memory("day")) { EventTime = new EventTime(new TimeInterval(Sample.At, Sample.At.AddDays(1)), TimePrecision.Day) },
        ],
        (new MemoryFilter.Time(MemoryTimeField.Event, null, null), "day"),
        (new MemoryFilter.Time(MemoryTimeField.Event, Sample.At.AddDays(1), null), ""),
        (new MemoryFilter.Time(MemoryTimeField.Event, null, Sample.At), ""),
        (new MemoryFilter.Time(MemoryTimeField.Event, Sample.At.AddHours(3), Sample.At.AddHours(4)), "day"),
        (new MemoryFilter.Not(new MemoryFilter.Time(MemoryTimeField.Event, null, null)), "none"));

    [Fact]
    public Task Keywords_without_case() => ShouldFind(
        [
            new Memory(Sample.Memory("a")) { Keywords = ["Tea", "ÄPFEL"] },
            new Memory(Sample.Memory("b")) { Keywords = ["tea time", "%"] },
            Sample.Memory("c"),
        ],
        (new MemoryFilter.Keyword(["TEA"]), "a"),
        (new MemoryFilter.Keyword(["äpfel", "TEA TIME"]), "a b"),
        (new MemoryFilter.Keyword(["te%", "_", "%"]), "b"),
        (new MemoryFilter.Not(new MemoryFilter.Keyword(["tea"])), "b c"));

    [Fact]
    public Task Categories() => ShouldFind(
        [new Memory(Sample.Memory("a")) { Categories = ["x", "y"] }, new Memory(Sample.Memory("b")) { Categories = ["X"] }, Sample.Memory("c")],
        (new MemoryFilter.Category(["x"]), "a"),
        (new MemoryFilter.Category(["X", "y"]), "a b"),
        (new MemoryFilter.Not(new MemoryFilter.Category(["x"])), "b c"));

    [Fact]
    public Task Metadata() => ShouldFind(
        [
            With("text", """{"a":{"b":"x\u0001y"},"n":1}"""),
            With("number", """{"a":{"b":10},"n":1.0}"""),
            With("huge", """{"a":{"b":9007199254740993},"n":1e400}"""),
            With("truth", """{"a":{"b":true},"a.b":"dotted"}"""),
            With("null", """{"a":{"b":null}}"""),
            With("list", """{"a":[{"b":10}]}"""),
            With("twice", """{"a":{"b":1},"a":{"b":2}}"""),
            With("bare", "17"),
            Sample.Memory("none"),
        ],
        (Meta(["a", "b"], MetadataOperator.Eq, "\"x\\u0001y\""), "text"),
        (Meta(["a", "b"], MetadataOperator.Eq, "\"x\""), ""),
        (Meta(["a", "b"], MetadataOperator.Eq, "10.0"), "number"),
        (Meta(["a", "b"], MetadataOperator.Eq, "\"10\""), ""),
        (Meta(["a", "b"], MetadataOperator.Eq, "9007199254740992"), "huge"),
        (Meta(["a", "b"], MetadataOperator.Gt, "9"), "number huge"),
        (Meta(["a", "b"], MetadataOperator.Lte, "10"), "number twice"),
        (Meta(["a", "b"], MetadataOperator.Lt, "\"y\""), "text"),
        (Meta(["a", "b"], MetadataOperator.Eq, "true"), "truth"),
        (Meta(["a", "b"], MetadataOperator.Gte, "true"), ""),
        (Meta(["a.b"], MetadataOperator.Eq, "\"dotted\""), "truth"),
        (Meta(["a", "b"], MetadataOperator.In, "true", "2", "\"z\""), "truth twice"),
        (Meta(["a", "b"], MetadataOperator.In), ""),
        (Meta(["n"], MetadataOperator.Eq, "1"), "text number"),
        (Meta(["n"], MetadataOperator.Gte, "1e308"), "huge"),
        (new MemoryFilter.Not(Meta(["a", "b"], MetadataOperator.Gt, "0")), "text truth null list bare none"));

    [Fact]
    public async Task Filters_of_any_depth_and_breadth_are_answered()
    {
        MemoryFilter deep = new MemoryFilter.Kind(["task"]);
        for (var i = 0; i < 250; i++)
        {
            deep = i % 2 == 0 ? new MemoryFilter.Not(deep) : new MemoryFilter.And([new MemoryFilter.Or([deep])]);
        }

        var broad = new MemoryFilter.Or([.. Enumerable.Range(0, 2000).Select(i => new MemoryFilter.Kind([$"kind{i}"]))]);
        var all = new MemoryFilter.And([.. Enumerable.Range(0, 2000).Select(i => new MemoryFilter.Not(new MemoryFilter.Kind([$"kind{i}"])))]);
        var many = new MemoryFilter.Not(new MemoryFilter.Id([.. Enumerable.Range(0, 40_000).Select(i => $"id{i}")]));
        await ShouldFind([Sample.Memory("a")], (deep, deep.Matches(Sample.Memory()) ? "a" : ""), (broad, ""), (all, "a"), (many, "a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_filters_mean_what_matches_means(int seed)
    {
        var random = new RandomFilters(seed);
        var memories = Enumerable.Range(0, 40).Select(_ => random.NextMemory()).ToArray();
        await InsertAsync(memories);
        var matched = 0;
        for (var i = 0; i < 300; i++)
        {
            var filter = random.NextFilter(4);
            var expected = memories.Where(filter.Matches).Select(memory => memory.Id).ToList();
            (await Store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws"), Filter = filter }, Token))
                .ToList()
                .ShouldBe(expected, $"{seed}/{i}: {filter}");
            (
                await ListAsync(
                    new MemoryQuery
                    {
                        Scope = new Scope("ws"),
                        Filter = filter,
                        Limit = 7,
                    })
            ).Select(memory => memory.Id).ShouldBe(expected);
            matched += expected.Count is > 0 and < 40 ? 1 : 0;
        }

        // A generator whose filters admit all or nothing would prove nothing.
        matched.ShouldBeGreaterThan(80);
    }

    private static Memory With(string id, string metadata) => new(Sample.Memory(id)) { Metadata = Sample.Json(metadata) };

    private static MemoryFilter.Metadata Meta(string[] path, MetadataOperator comparison, params string[] values) =>
        new(path, comparison, [.. values.Select(Sample.Json)]);

    private async Task ShouldFind(Memory[] memories, params (MemoryFilter Filter, string Ids)[] cases)
    {
        await InsertAsync(memories);
        foreach (var (filter, ids) in cases)
        {
            var expected = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            memories.Where(filter.Matches).Select(memory => memory.Id).ToArray().ShouldBe(expected, "Matches");
            (await IdsAsync(new Scope("ws"), filter)).ToArray().ShouldBe(expected, "QueryAsync");
            (await Store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws"), Filter = filter }, Token)).ToArray().ShouldBe(expected, "QueryIdsAsync");
        }
    }
}
