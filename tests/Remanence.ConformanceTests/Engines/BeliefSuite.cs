using Remanence.ConformanceTests.Stores;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.ConformanceTests.Engines;

/// <summary>
/// What is believed of somebody whose sessions are consolidated at once: by two engines over one store, each with two workers, and twice by each. One belief
/// each, the one said last, whoever was faster.
/// </summary>
/// <typeparam name="TFixture">Where the store lives.</typeparam>
public abstract class BeliefSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    private static readonly MemoryFilter Facts = new MemoryFilter.Kind([MemoryKinds.Observation]);
    private static readonly MemoryFilter Active = new MemoryFilter.And([Facts, new MemoryFilter.Status([MemoryStatus.Active])]);
    private static readonly string[] Homes = ["Bergen", "Oslo", "Paris", "Rome", "Lisbon"];
    private static readonly string[] ChineseHomes = ["北京", "上海", "成都", "西安", "广州"];
    // Statements about a few things, each of which meets its like.
    private static readonly string[][] Topics =
    [
        ["I live in Oslo.", "I live in Rome.", "I don't live in Rome any more."],
        ["I like jazz.", "I love jazz.", "I don't like jazz."],
        ["I work at Acme.", "I work for Acme.", "I don't work at Acme any more."],
        ["我住在上海。", "我住在北京。", "我不住在上海了。"],
        ["我喜欢爵士乐。", "我很喜欢爵士乐。", "我不喜欢爵士乐。"],
    ];

    private const int Runs = 100;
    private MemoryEngine? _one;
    private MemoryEngine? _two;
    private int _sets;

    [Theory(Timeout = 600_000)]
    [InlineData(1_000, HomeReading.Rules)]
    [InlineData(1_000, HomeReading.Model)]
    [InlineData(1_000, HomeReading.ComparingModel)]
    public async Task Sessions_consolidated_at_once_leave_one_belief_each(int count, HomeReading reading)
    {
        await using var one = await EngineAsync(reading);
        await using var two = await EngineAsync(reading);
        var random = new Random(20260501);
        Person[] people = [.. Enumerable.Range(0, count).Select(i => Person.Any(i, random))];
        foreach (var person in people)
        {
            await person.TellAsync(one, Token);
        }

        foreach (var workspace in people.GroupBy(person => person.Scope.Workspace).Select(group => group.Key))
        {
            MemoryEngine[] engines = [one, two, one, two];
            await Task.WhenAll(engines.Select(engine => Task.Run(() => engine.ConsolidateAsync(new Scope(workspace), cancellationToken: Token))));
        }

        foreach (var person in people)
        {
            (await person.BelievedAsync(two, Token)).ShouldBe([person.Believed], person.Scope.User);
        }
    }

    [Fact(Timeout = 600_000)]
    public async Task Batches_in_any_order_and_at_once_give_the_same_beliefs()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var topics = random.GetItems(Topics, 2);
            await ShouldAgreeAsync([
                .. Enumerable.Range(0, random.Next(2, 7)).Select(_ => (random.GetItems(random.GetItems(topics, 1)[0], 1)[0], random.Next(2))),
            ]);
        }
    }

    private async Task ShouldAgreeAsync(IReadOnlyList<(string Text, int Day)> said)
    {
        var id = Interlocked.Increment(ref _sets);
        _one ??= await EngineAsync(HomeReading.Rules);
        _two ??= await EngineAsync(HomeReading.Rules);
        Person[] ways = [.. Enumerable.Range(0, 4).Select(way => new Person(new Scope("ws", $"{id}-{way}"), said, string.Empty))];
        foreach (var person in ways)
        {
            await person.TellAsync(_one, Token);
        }

        for (var i = 0; i < said.Count; i++)
        {
            await _one.ConsolidateAsync(ways[0].Session(i), cancellationToken: Token);
            await _two.ConsolidateAsync(ways[1].Session(said.Count - 1 - i), cancellationToken: Token);
        }

        await AtOnceAsync([.. said.Select((_, i) => (i % 2 == 0 ? _one : _two, ways[2].Session(i)))]);
        await AtOnceAsync([(_one, ways[3].Scope), (_two, ways[3].Scope), (_one, ways[3].Scope)]);
        var believed = await ways[0].BelievedAsync(_one, Token);
        believed.ShouldBeUnique();
        foreach (var person in ways)
        {
            (await person.BelievedAsync(_two, Token)).ShouldBe(believed, person.Scope.User);
        }
    }

    private static Task AtOnceAsync(IEnumerable<(MemoryEngine Engine, Scope Scope)> calls) =>
        Task.WhenAll(calls.Select(call => Task.Run(() => call.Engine.ConsolidateAsync(call.Scope, cancellationToken: Token))));

    [Fact(Timeout = 600_000)]
    public async Task What_stands_double_already_is_settled_when_it_is_consolidated_again()
    {
        await using var engine = await EngineAsync(HomeReading.Rules);
        var ann = new Person(
            new Scope("ws", "ann"),
            [("I live in Bergen.", 0), ("I live in Oslo.", 2), ("I like jazz.", 0), ("I like jazz.", 3), ("I love tea.", 1), ("I don't like tea.", 2)],
            string.Empty);
        await ann.TellAsync(engine, Token);

        // Each as if it were alone: what an older Remanence left behind that consolidated them at once.
        var alone = new List<Memory>();
        for (var session = 0; session < ann.Said.Count; session++)
        {
            await engine.ConsolidateAsync(ann.Session(session), cancellationToken: Token);
            var facts = await ann.FactsAsync(engine, Facts, Token);
            var last = facts.Single(fact => fact.Sources.Count == 1 && fact.Status == MemoryStatus.Active);
            alone.Add(last);
            await Store.EraseAsync("ws", [last.Id], Token);
        }

        await InsertAsync([.. alone]);
        (await ann.BelievedAsync(engine, Token)).Count.ShouldBe(6);

        await engine.ConsolidateAsync(ann.Scope, cancellationToken: Token);
        (await ann.BelievedAsync(engine, Token)).ShouldBe(["The user does not like tea.", "The user likes jazz.", "The user lives in Oslo."]);
        var all = await ann.FactsAsync(engine, Facts, Token);
        all.Single(fact => fact is { Content: "The user likes jazz.", Status: MemoryStatus.Active }).Sources.Count.ShouldBe(2);
        all.Single(fact => fact.Content.Contains("Bergen", StringComparison.Ordinal))
            .SupersededBy.ShouldBe(all.Single(fact => fact.Content.Contains("Oslo", StringComparison.Ordinal)).Id);

        var before = await Store.GetFreshnessAsync("ws", Token);
        (await engine.ConsolidateAsync(ann.Scope, cancellationToken: Token)).Memories.ShouldBeEmpty();
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBe(before);
    }

    private async Task<MemoryEngine> EngineAsync(HomeReading reading)
    {
        var jobs = new JobOptions { Workers = 2, Quiet = TimeSpan.Zero };
        var engine = new MemoryEngine(
            Store,
            new MemoryEngineOptions
            {
                Jobs = jobs,
                OwnsStore = false,
                ChatClient = reading == HomeReading.Rules ? null : new HomeReader(reading == HomeReading.ComparingModel),
            });
        await engine.OpenAsync(Token);
        await engine.StartJobsAsync(Token);
        return engine;
    }

    private sealed record Person(Scope Scope, IReadOnlyList<(string Text, int Day)> Said, string Believed)
    {
        public static Person Any(int number, Random random)
        {
            var isChinese = number % 3 == 0;
            int[] homes = [.. Enumerable.Range(0, 5)];
            random.Shuffle(homes);
            int[] days = [.. Enumerable.Range(0, 5)];
            random.Shuffle(days);
            var said = homes.Take(random.Next(2, 5)).Select((home, i) => (Home: home, Day: days[i])).ToList();
            var last = said.MaxBy(statement => statement.Day).Home;
            return new Person(
                new Scope($"ws{number / 50}", $"user{number}"),
                [.. said.Select(statement => (isChinese ? $"我住在{ChineseHomes[statement.Home]}。" : $"I live in {Homes[statement.Home]}.", statement.Day))],
                isChinese ? $"用户住在{ChineseHomes[last]}。" : $"The user lives in {Homes[last]}.");
        }

        public Scope Session(int number) => Scope with { Session = $"s{number}" };

        public async Task TellAsync(MemoryEngine engine, CancellationToken cancellationToken)
        {
            for (var i = 0; i < Said.Count; i++)
            {
                var message = new Message
                {
                    Role = "user",
                    Content = Said[i].Text,
                    Time = Sample.At.AddDays(Said[i].Day),
                };
                await engine.MemorizeAsync(
                    Scope.Workspace,
                    new MemorizeRequest
                    {
                        Messages = [message],
                        UserId = Scope.User,
                        SessionId = $"s{i}",
                        Infer = false,
                    },
                    cancellationToken);
            }
        }

        public async Task<IReadOnlyList<Memory>> FactsAsync(MemoryEngine engine, MemoryFilter filter, CancellationToken cancellationToken) =>
            (await engine.ListAsync(new MemoryQuery { Scope = Scope, Filter = filter }, cancellationToken)).Items;

        public async Task<IReadOnlyList<string>> BelievedAsync(MemoryEngine engine, CancellationToken cancellationToken) =>
            [.. (await FactsAsync(engine, Active, cancellationToken)).Select(fact => fact.Content).Order(StringComparer.Ordinal)];
    }
}
