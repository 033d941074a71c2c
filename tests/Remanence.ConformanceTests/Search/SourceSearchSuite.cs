using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Search;

/// <summary>Who sees what, and that nothing is passed over.</summary>
public abstract class SourceSearchSuite<TFixture> : CandidateSourceSuite<TFixture>
    where TFixture : CandidateSourceFixture, new()
{
    [Fact]
    public async Task What_answers_comes_first()
    {
        await SayAsync("The weather was dull all week.");
        var boat = await SayAsync("Our boat lies in the harbour of Porto.");
        await SayAsync("I bought new shoes for the trip.");
        (await FindAsync("Where does the boat lie?"))[0].ShouldBe(boat);
    }

    [Fact]
    public async Task Chinese_is_found_by_its_words()
    {
        await SayAsync("昨天下雨了。");
        var tea = await SayAsync("我最喜欢喝乌龙茶。");
        (await FindAsync("乌龙茶"))[0].ShouldBe(tea);
    }

    [Fact]
    public async Task Nothing_crosses_a_workspace()
    {
        var mine = await SayAsync("The code is kestrel.", workspace: "a");
        var other = await SayAsync("The code is osprey.", workspace: "b");
        (await FindAsync("code", workspace: "a")).ShouldBe([mine]);
        (await FindAsync("code", workspace: "b")).ShouldBe([other]);
        (await FindAsync("code", workspace: "c")).ShouldBeEmpty();
        (await NamedAsync("kestrel", "b")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_sees_what_is_theirs_and_what_is_shared()
    {
        var ann = await SayAsync("My code is kestrel.", "ann");
        var bob = await SayAsync("My code is osprey.", "bob");
        var shared = await SayAsync("Our code is heron.");
        (await FindAsync("code", "ann")).ShouldBe([ann, shared], ignoreOrder: true);
        (await FindAsync("code", "bob")).ShouldBe([bob, shared], ignoreOrder: true);
        (await FindAsync("code", "eve")).ShouldBe([shared]);
        (await FindAsync("code")).ShouldBe([ann, bob, shared], ignoreOrder: true);
    }

    [Fact]
    public async Task Filters_mean_what_matches_means()
    {
        var random = new RandomFilters(7);
        var memories = Enumerable.Range(0, 40).Select(_ => random.NextMemory()).ToArray();
        await WriteElsewhereAsync(memories);
        var telling = 0;
        for (var i = 0; i < 100; i++)
        {
            // With a standing named, no other goes without saying.
            var filter = new MemoryFilter.And([random.NextFilter(3), new MemoryFilter.Status(Enum.GetValues<MemoryStatus>())]);
            var expected = memories.Where(filter.Matches).Select(memory => memory.Id).ToList();
            (await FindAsync("tea", filter: filter)).ShouldBe(expected, ignoreOrder: true, $"{i}: {filter}");
            telling += expected.Count is > 0 and < 40 ? 1 : 0;
        }

        telling.ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task The_rarest_filter_finds_all_that_fulfil_it()
    {
        Memory[] many = [.. Enumerable.Range(0, 900).Select(i => Sample.Memory($"m{i:D4}", content: $"I like tea number {i}"))];
        foreach (var rare in (int[])[3, 444, 899])
        {
            many[rare] = new Memory(many[rare])
            {
                Keywords = ["gyokuro"],
                Categories = ["c"],
                Metadata = Sample.Json("""{"grade":{"rank":9}}"""),
                Content = "Dust.",
            };
        }

        await WriteElsewhereAsync(many);
        MemoryFilter[] filters =
        [
            new MemoryFilter.Keyword(["Gyokuro"]),
            new MemoryFilter.Category(["c"]),
            new MemoryFilter.Metadata(["grade", "rank"], MetadataOperator.Gte, [Sample.Json("9")]),
            new MemoryFilter.Not(new MemoryFilter.Not(new MemoryFilter.Keyword(["gyokuro"]))),
        ];
        foreach (var filter in filters)
        {
            (await FindAsync("tea number", filter: filter, topK: 3)).ShouldBe(["m0003", "m0444", "m0899"], ignoreOrder: true, $"{filter}");
        }
    }

    [Fact]
    public async Task What_was_superseded_is_found_only_as_of_then()
    {
        var old = new Memory(Sample.Memory("old", content: "Ann lives in Lisbon.")) { ValidFrom = Sample.At };
        await WriteElsewhereAsync(old);
        (await FindAsync("Where does Ann live?")).ShouldBe(["old"]);
        var later = Sample.At.AddDays(10);
        var changes = Sample.Changes(
            inserts: [new Memory(Sample.Memory("new", content: "Ann lives in Porto.")) { ValidFrom = later }],
            supersessions: [new Supersession("old", "new", later)]);
        await Fixture.Store.CommitAsync(changes, Token);
        (await FindAsync("Where does Ann live?")).ShouldBe(["new"]);
        (await FindAsync("Where does Ann live?", asOf: later.AddDays(-1))).ShouldBe(["old"]);
    }

    [Fact]
    public async Task Odd_words_are_questions_like_others()
    {
        await SayAsync("A plain memory.");
        foreach (var query in (string[])["\"", "'; --", "a AND (b OR", "\\", "*", "💥", "{\"x\":1}", new string('x', 5_000)])
        {
            await FindAsync(query);
        }
    }

    [Fact]
    public async Task A_cancelled_search_ends()
    {
        await SayAsync("The code is kestrel.");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Service.RetrieveAsync("ws", new RetrieveRequest { Query = "code" }, stop.Token));
    }
}
