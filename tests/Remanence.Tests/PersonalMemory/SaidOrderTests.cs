using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Tests.TaskMemory;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.PersonalMemory;

/// <summary>Of two things said at one time the one that stands later in the conversation was said later, whatever its words are.</summary>
public sealed class SaidOrderTests
{
    private static readonly Scope Ada = new(Workspace, "ada");
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("I live in Rome.|I moved to Paris.", "The user lives in Paris.")]
    [InlineData("I live in Rome.|I moved to Paris last week.", "The user lives in Paris.")]
    [InlineData("I live in Rome.|I moved to Paris yesterday.", "The user lives in Paris.")]
    [InlineData("I live in Paris.|I moved to Rome.", "The user lives in Rome.")]
    [InlineData("I live in Paris.|I lived in Rome until last year.", "The user lives in Paris.")]
    [InlineData("I live in Rome.|I moved to Paris.|I live in Rome.", "The user lives in Rome.")]
    [InlineData("I live in Rome. Then I moved to Paris.|I live in Ghent.|I moved to Bruges. I moved to Arles.", "The user lives in Arles.")]
    [InlineData("I like watermelon.|I do not like watermelon any more.", "The user does not like watermelon.")]
    [InlineData("I don't like watermelon.|I like watermelon.", "The user likes watermelon.")]
    [InlineData("I work at Zeiss.|I work at Acme now.", "The user works at Acme.")]
    [InlineData("My favourite color is red.|My favourite color is blue.", "The user's favorite color is blue.")]
    [InlineData("我住在北京。|我上周搬到了上海。", "用户住在上海。")]
    [InlineData("我住在上海。|我上周搬到了北京。", "用户住在北京。")]
    [InlineData("我喜欢喝茶。|我不喜欢喝茶了。", "用户不喜欢喝茶。")]
    public async Task What_stands_later_in_the_conversation_counts(string told, string believed)
    {
        string[] said = told.Split('|');
        foreach (DateTimeOffset? time in new DateTimeOffset?[] { null, Noon })
        {
            await using var engine = await EngineAsync();
            await TellAsync(engine, said.Select(text => Said(text, time: time)));
            (await engine.GetProfileAsync(Ada, cancellationToken: TestContext.Current.CancellationToken)).Items.Select(item => item.Text)
                .ShouldBe(believed.Contains("not", StringComparison.Ordinal) || believed.Contains('不') ? [] : [believed], "before anything is consolidated");
            await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
            (await BelievedAsync(engine)).ShouldBe([believed]);
        }
    }

    [Fact]
    public async Task The_order_of_conversations_of_one_time_is_that_in_which_they_came_whenever_they_are_consolidated()
    {
        string[] homes = ["Rome", "Paris", "Oslo", "Bergen"];
        foreach (var last in homes)
        {
            await using var engine = await EngineAsync();
            foreach (var home in homes.Where(home => home != last).Append(last))
            {
                await TellAsync(engine, [Said($"I live in {home}.", time: Noon)], "s" + home);
            }

            // The later half first.
            foreach (var home in homes.Reverse())
            {
                await engine.ConsolidateAsync(Ada with { Session = "s" + home }, cancellationToken: TestContext.Current.CancellationToken);
            }

            (await BelievedAsync(engine)).ShouldBe([$"The user lives in {last}."]);
        }
    }

    [Theory]
    [InlineData("I live in Rome.|I moved to Paris.|I live in Rome.", "The user lives in Rome.", "The user lives in Paris.", 1)]
    [InlineData("I like jazz.|I don't like jazz.|I like jazz.", "The user likes jazz.", "The user does not like jazz.", 1)]
    [InlineData("我喜欢下棋。|我不喜欢下棋。|我喜欢下棋。", "用户喜欢下棋。", "用户不喜欢下棋。", 1)]
    [InlineData("I live in Rome.|I live in Rome.|I live in Rome.", "The user lives in Rome.", "The user lives in Rome.", 0)]
    public async Task What_is_said_again_in_a_later_call_counts_from_there_unless_its_time_tells_that_it_is_the_same_message(
        string told,
        string untimed,
        string timed,
        int ended)
    {
        foreach (DateTimeOffset? time in new DateTimeOffset?[] { null, Noon })
        {
            foreach (int[] order in new int[][] { [0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1] })
            {
                await using var engine = await EngineAsync();
                string[] said = told.Split('|');
                for (var i = 0; i < said.Length; i++)
                {
                    await TellAsync(engine, [Said(said[i], time: time)], $"s{i}");
                }

                foreach (var session in order)
                {
                    await engine.ConsolidateAsync(Ada with { Session = $"s{session}" }, cancellationToken: TestContext.Current.CancellationToken);
                }

                (await BelievedAsync(engine)).ShouldBe([time is null ? untimed : timed]);
                var all = await engine.ListAsync(
                    new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) },
                    TestContext.Current.CancellationToken);
                all.Items.Count(fact => fact.Status == MemoryStatus.Superseded).ShouldBe(ended);
                all.Items.ShouldAllBe(fact => fact.Use.Reinforced == 0);
            }
        }
    }

    [Fact]
    public async Task A_message_without_a_time_was_said_between_those_that_it_stands_between()
    {
        await using var engine = await EngineAsync();
        await TellAsync(
            engine,
            [Said("I live in Rome."), Said("I moved to Paris.", time: Noon), Said("I moved to Oslo."), Said("I moved to Bergen.", time: Noon.AddDays(1))]);
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        (await BelievedAsync(engine)).ShouldBe(["The user lives in Bergen."]);
        var all = await engine.ListAsync(
            new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) },
            TestContext.Current.CancellationToken);
        all.Items.ToDictionary(fact => fact.Content[18..^1], fact => fact.ObservedAt)
            .ShouldBe(
                new Dictionary<string, DateTimeOffset>
                {
                    ["Rome"] = Noon,
                    ["Paris"] = Noon,
                    ["Oslo"] = Noon,
                    ["Bergen"] = Noon.AddDays(1),
                },
                ignoreOrder: true);
    }

    [Theory]
    [InlineData("I live in Rome.|I moved to Paris.", "Rome|Paris", "Ada lives in Paris.")]
    [InlineData("I live in Paris.|I moved to Rome.", "Paris|Rome", "Ada lives in Rome.")]
    public async Task A_models_facts_are_settled_by_the_messages_that_say_them(string told, string homes, string believed)
    {
        // The reply's order is not the conversation's.
        var facts = homes
            .Split('|')
            .Select((home, i) => $$"""{"fact":"Ada lives in {{home}}.","messages":[{{i}}],"attribute":"home","value":"{{home}}","single":true}""")
            .Reverse();
        var chat = new AnsweringChat().When("Rome", $$"""{"facts":[{{string.Join(',', facts)}}]}""");
        await using var engine = await EngineAsync(chat);
        await TellAsync(engine, told.Split('|').Select(text => Said(text)));
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        (await BelievedAsync(engine)).ShouldBe([believed]);
    }

    [Fact]
    public async Task What_only_a_model_can_compare_is_settled_by_its_place_too()
    {
        var chat = new AnsweringChat()
            .When("relations", """{"relations":[{"first":0,"second":1,"relation":"against","text":null,"reason":"called off"}]}""")
            .When("wedding", """{"facts":[{"fact":"The wedding takes place.","messages":[0]},{"fact":"Ada called the party off.","messages":[1]}]}""");
        await using var engine = await EngineAsync(chat);
        await TellAsync(engine, [Said("The wedding is on!"), Said("No wedding: I called it all off.")]);
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        (await BelievedAsync(engine)).ShouldBe(["Ada called the party off."]);
    }

    [Fact]
    public async Task The_place_survives_an_export_and_what_is_said_at_the_same_time_later_still_comes_later()
    {
        await using var engine = await EngineAsync();
        await TellAsync(engine, [Said("I live in Turin.", time: Noon), Said("I moved to Rome.", time: Noon)]);
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        await using var other = await EngineAsync();
        await other.ImportAsync(Workspace, engine.ExportAsync(Workspace, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        (await BelievedAsync(other)).ShouldBe(["The user lives in Rome."]);
        var imported = await other.ListAsync(
            new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) },
            TestContext.Current.CancellationToken);
        var exported = await engine.ListAsync(
            new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) },
            TestContext.Current.CancellationToken);
        imported.Items.Select(fact => fact.State).ShouldBe(exported.Items.Select(fact => fact.State));

        await TellAsync(other, [Said("I moved to Arles.", time: Noon)]);
        await other.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        (await BelievedAsync(other)).ShouldBe(["The user lives in Arles."]);
    }

    private static async Task<MemoryEngine> EngineAsync(AnsweringChat? chat = null)
    {
        var engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { ChatClient = chat });
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        return engine;
    }

    private static Task<MemorizeResult> TellAsync(MemoryEngine engine, IEnumerable<Message> messages, string? session = null) => engine.MemorizeAsync(
        Workspace, new MemorizeRequest { Messages = [.. messages], UserId = "ada", SessionId = session, Infer = false }, TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> BelievedAsync(MemoryEngine engine)
    {
        var filter = new MemoryFilter.And([new MemoryFilter.Kind([MemoryKinds.Observation]), new MemoryFilter.Status([MemoryStatus.Active])]);
        return (await engine.ListAsync(new MemoryQuery { Scope = Ada, Filter = filter }, TestContext.Current.CancellationToken)).Items.Select(memory =>
            memory.Content);
    }
}
