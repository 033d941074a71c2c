using System.Text.RegularExpressions;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Tests.TaskMemory;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.PersonalMemory;

/// <summary>Personal memory of an engine in a program that configures no flows and starts no background work.</summary>
public sealed class EmbeddedEngineTests
{
    private const string Facts = """{"facts":[{"fact":"Ada lives in Lisbon.","messages":[0],"attribute":"home","value":"Lisbon","single":true}]}""";
    private static readonly Scope Ada = new(Workspace, "ada");

    [Fact]
    public async Task A_chat_client_reads_what_is_said_while_the_caller_waits()
    {
        await using var engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { ChatClient = new AnsweringChat().When("Lisbon", Facts) });
        await engine.OpenAsync(TestContext.Current.CancellationToken);

        var result = await SayAsync(engine, "I moved to Lisbon.", wait: true);

        result.Mode.ShouldBe(Modes.Inferred);
        (await FactsAsync(engine)).ShouldBe(["Ada lives in Lisbon."]);
        (await engine.GetProfileAsync(Ada, cancellationToken: TestContext.Current.CancellationToken)).Text.ShouldBe("Ada lives in Lisbon.");
    }

    [Fact]
    public async Task What_was_not_waited_for_is_read_when_asked()
    {
        await using var engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { ChatClient = new AnsweringChat().When("Lisbon", Facts) });
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        await SayAsync(engine, "I moved to Lisbon.", wait: false);
        (await FactsAsync(engine)).ShouldBeEmpty();

        (await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken)).Mode.ShouldBe(Modes.Inferred);

        (await FactsAsync(engine)).ShouldBe(["Ada lives in Lisbon."]);
    }

    [Fact]
    public async Task An_outage_of_the_model_delays_and_loses_nothing()
    {
        var chat = new AnsweringChat { Failure = ModelFailure.Unavailable }.When("Lisbon", Facts);
        await using var engine = new MemoryEngine(
            new InMemoryStore(), new MemoryEngineOptions { ChatClient = chat, Jobs = new JobOptions { WaitLimit = TimeSpan.FromMilliseconds(1) } });
        await engine.OpenAsync(TestContext.Current.CancellationToken);

        (await SayAsync(engine, "I moved to Lisbon.", wait: true)).JobId.ShouldNotBeNull();
        (await FactsAsync(engine)).ShouldBeEmpty();

        chat.Failure = null;
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        (await FactsAsync(engine)).ShouldBe(["Ada lives in Lisbon."]);
    }

    [Fact]
    public async Task An_insight_that_lost_a_fact_is_written_anew_from_the_others()
    {
        var chat = new AnsweringChat()
            .When("further subjects", """{"subjects":["music"]}""")
            .When(
                "draws conclusions",
                prompt =>
                    prompt.Contains("guitar", StringComparison.Ordinal)
                        ? $$$"""{"insights":[{"subject":"music","text":"Ada sings and plays the guitar.","facts":[{{{Number("sings", prompt)}}},{{{Number("guitar", prompt)}}}]}]}"""
                        : $$$"""{"insights":[{"subject":"music","text":"Ada sings.","facts":[{{{Number("sings", prompt)}}}]}]}""")
            .When("against", """{"relations":[]}""")
            .When(
                "about me",
                """{"facts":[{"fact":"Ada sings.","messages":[0]},{"fact":"Ada plays the guitar.","messages":[0]},{"fact":"Ada lives in Lisbon.","messages":[0]},{"fact":"Ada has a dog.","messages":[0]},{"fact":"Ada eats no meat.","messages":[0]},{"fact":"Ada is a nurse.","messages":[0]}]}""");
        await using var engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions { ChatClient = chat });
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        await SayAsync(engine, "All about me.", wait: true);
        await engine.ReflectAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        (await TextsAsync(engine, MemoryKinds.Insight)).ShouldBe(["Ada sings and plays the guitar."]);

        var facts = await engine.ListAsync(
            new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) },
            TestContext.Current.CancellationToken);
        await engine.ForgetAsync(
            Ada,
            facts.Items.Single(fact => fact.Content.Contains("guitar", StringComparison.Ordinal)).Id,
            TestContext.Current.CancellationToken);
        (await engine.GetProfileAsync(Ada, cancellationToken: TestContext.Current.CancellationToken)).Text.ShouldNotContain("guitar");
        chat.Prompts.Clear();
        await engine.ReflectAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);

        (await TextsAsync(engine, MemoryKinds.Insight)).ShouldBe(["Ada sings."]);
        var asked = chat.Prompts.Single(prompt => prompt.Contains("draws conclusions", StringComparison.Ordinal));
        asked.ShouldContain("music: -");
        asked.ShouldNotContain("guitar");
        asked.ShouldNotContain("Lisbon");
    }

    [Fact]
    public async Task A_fact_is_dated_by_the_words_that_state_it()
    {
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        await SayAsync(engine, "I live in Leeds, and I'm flying to Tokyo on May 3, 2031. I love tea.", wait: false);
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);

        var facts = await engine.ListAsync(
            new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) },
            TestContext.Current.CancellationToken);
        facts
            .Items.Select(fact => (fact.Content, fact.EventTime?.Interval.Start.Year))
            .ShouldBe(
                [("The user lives in Leeds.", null), ("The user plans to fly to Tokyo on May 3, 2031.", 2031), ("The user likes tea.", null)],
                ignoreOrder: true);
    }

    [Fact]
    public async Task A_pet_that_gets_its_name_is_the_same_pet_and_each_sentence_keeps_its_language()
    {
        await using var engine = new MemoryEngine(new InMemoryStore());
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        await SayAsync(engine, "We adopted a greyhound yesterday! 我喜欢下棋。", wait: false);
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);
        await SayAsync(engine, "My greyhound Biscuit sleeps all day. I have a cat called Momo.", wait: false);
        await engine.ConsolidateAsync(Ada, cancellationToken: TestContext.Current.CancellationToken);

        (await FactsAsync(engine)).ShouldBe(["The user has a greyhound called Biscuit.", "The user has a cat called Momo.", "用户喜欢下棋。"], ignoreOrder: true);
    }

    private static string Number(string word, string prompt) =>
        Regex.Match(prompt, $@"\[(\d+)\][^\n]*{word}", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private static Task<MemorizeResult> SayAsync(MemoryEngine engine, string content, bool wait) =>
        engine.MemorizeAsync(Workspace, new MemorizeRequest { Messages = [Said(content)], UserId = "ada", Wait = wait }, TestContext.Current.CancellationToken);

    private static Task<IEnumerable<string>> FactsAsync(MemoryEngine engine) => TextsAsync(engine, MemoryKinds.Observation);

    private static async Task<IEnumerable<string>> TextsAsync(MemoryEngine engine, string kind) =>
        (await engine.ListAsync(new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([kind]) }, TestContext.Current.CancellationToken)).Items.Select(
            memory => memory.Content);
}
