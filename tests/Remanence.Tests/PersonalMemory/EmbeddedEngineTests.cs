using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Services;
using Remanence.Stores;
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

    private static Task<MemorizeResult> SayAsync(MemoryEngine engine, string content, bool wait) =>
        engine.MemorizeAsync(Workspace, new MemorizeRequest { Messages = [Said(content)], UserId = "ada", Wait = wait }, TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> FactsAsync(MemoryEngine engine) =>
        (await engine.ListAsync(new MemoryQuery { Scope = Ada, Filter = new MemoryFilter.Kind([MemoryKinds.Observation]) }, TestContext.Current.CancellationToken)).Items.Select(memory => memory.Content);
}
