using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Calls;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models.Calls;

/// <summary>What all profiles of one endpoint share.</summary>
public sealed class EndpointTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(ModelFailure.Unavailable)]
    [InlineData(ModelFailure.TimedOut)]
    public async Task Silence_opens_the_circuit_and_then_nothing_is_sent(ModelFailure failure)
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(failure));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 0 }, _time);
        await FailAsync(catalog, CircuitBreaker.Threshold);

        var thrown = await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"));

        thrown.Failure.ShouldBe(ModelFailure.Unavailable);
        thrown.Message.ShouldContain("tried again in 15 s");
        thrown.RetryAfter.ShouldBe(TimeSpan.FromSeconds(15));
        chat.Calls.ShouldBe(CircuitBreaker.Threshold);
    }

    [Fact]
    public async Task An_open_circuit_is_not_waited_for()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Unavailable));
        using var catalog = FakeProvider.Catalog(chat, time: _time);
        await Should.ThrowAsync<ModelException>(() => _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello")));
        var before = _time.Elapsed;

        var thrown = await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"));

        thrown.Message.ShouldContain("tried again");
        _time.Elapsed.ShouldBe(before);
        chat.Calls.ShouldBe(5);
    }

    [Fact]
    public async Task One_call_probes_and_its_answer_closes_the_circuit()
    {
        var answer = new TaskCompletionSource<ChatResponse>();
        Func<CancellationToken, Task<ChatResponse>>[] failures = [.. Enumerable.Repeat(ScriptedChat.Fails(ModelFailure.Unavailable), CircuitBreaker.Threshold)];
        var chat = new ScriptedChat([.. failures, _ => answer.Task, ScriptedChat.Says("later")]);
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 0 }, _time);
        await FailAsync(catalog, CircuitBreaker.Threshold);
        _time.Advance(TimeSpan.FromSeconds(15));

        var probe = catalog.Chat().GetResponseAsync("hello");
        await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("meanwhile"));
        answer.SetResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "back")));

        (await probe).Text.ShouldBe("back");
        (await catalog.Chat().GetResponseAsync("hello")).Text.ShouldBe("later");
        chat.Calls.ShouldBe(CircuitBreaker.Threshold + 2);
    }

    [Fact]
    public async Task A_failed_probe_opens_it_for_longer()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Unavailable));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 0 }, _time);
        await FailAsync(catalog, CircuitBreaker.Threshold);
        foreach (var seconds in new[] { 30, 60, 120, 120 })
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            await FailAsync(catalog, 1);
            (await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        }

        chat.Calls.ShouldBe(CircuitBreaker.Threshold + 4);
    }

    [Fact]
    public async Task A_cancelled_probe_leaves_the_next_call_to_probe()
    {
        using var cancellation = new CancellationTokenSource();
        Func<CancellationToken, Task<ChatResponse>>[] failures = [.. Enumerable.Repeat(ScriptedChat.Fails(ModelFailure.Unavailable), CircuitBreaker.Threshold)];
        var chat = new ScriptedChat([.. failures, ScriptedChat.Hangs(), ScriptedChat.Says("back")]);
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 0 }, _time);
        await FailAsync(catalog, CircuitBreaker.Threshold);
        _time.Advance(TimeSpan.FromSeconds(15));

        var probe = catalog.Chat().GetResponseAsync("hello", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(probe);

        (await catalog.Chat().GetResponseAsync("hello")).Text.ShouldBe("back");
    }

    [Theory]
    [InlineData(ModelFailure.RateLimited)]
    [InlineData(ModelFailure.Rejected)]
    [InlineData(ModelFailure.Unauthorized)]
    [InlineData(ModelFailure.BadReply)]
    public async Task An_endpoint_that_answers_is_no_outage(ModelFailure failure)
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(failure));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 0 }, _time);

        await FailAsync(catalog, CircuitBreaker.Threshold * 3);

        chat.Calls.ShouldBe(CircuitBreaker.Threshold * 3);
    }

    [Fact]
    public async Task Profiles_of_one_endpoint_share_its_slots_and_a_cancelled_waiter_takes_none()
    {
        using var cancellation = new CancellationTokenSource();
        var answer = new TaskCompletionSource<ChatResponse>();
        var chat = new ScriptedChat(_ => answer.Task, ScriptedChat.Says("second"));
        var first = FakeProvider.Profile("llm.default") with { MaxConcurrency = 1 };
        var second = FakeProvider.Profile("llm.fast") with { BaseUrl = new Uri("http://127.0.0.1:1/v1/") };
        using var catalog = new ModelCatalog([first, second], [new FakeProvider { Chat = _ => chat }], time: _time);

        var running = catalog.Chat().GetResponseAsync("one");
        var waiting = catalog.Chat("fast").GetResponseAsync("two", cancellationToken: cancellation.Token);
        var patient = catalog.Chat("fast").GetResponseAsync("three");
        chat.Calls.ShouldBe(1);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        answer.SetResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "first")));

        (await running).Text.ShouldBe("first");
        (await patient).Text.ShouldBe("second");
        catalog.Guard(first).FreeSlots.ShouldBe(1);
    }

    [Fact]
    public async Task Waiting_for_a_slot_counts_towards_the_total_time()
    {
        var chat = new ScriptedChat(ScriptedChat.Hangs());
        var patient = FakeProvider.Profile() with { MaxConcurrency = 1, MaxRetries = 0 };
        var hasty = patient with { Name = "llm.hasty", TotalTimeout = patient.TotalTimeout / 3 };
        using var catalog = new ModelCatalog([patient, hasty], [new FakeProvider { Chat = _ => chat }], time: _time);

        var running = catalog.Chat().GetResponseAsync("one");
        var waiting = catalog.Chat("hasty").GetResponseAsync("two");
        _time.Advance(hasty.TotalTimeout);
        (await Should.ThrowAsync<ModelException>(waiting)).Failure.ShouldBe(ModelFailure.TimedOut);
        chat.Calls.ShouldBe(1);

        _time.Advance(patient.TotalTimeout - hasty.TotalTimeout);
        (await Should.ThrowAsync<ModelException>(running)).Failure.ShouldBe(ModelFailure.TimedOut);
        catalog.Guard(patient).FreeSlots.ShouldBe(1);
    }

    [Fact]
    public async Task Another_endpoint_is_not_held_up()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Unavailable));
        var well = new ScriptedChat(ScriptedChat.Says("well"));
        var other = FakeProvider.Profile("llm.other") with { BaseUrl = new Uri("http://127.0.0.1:2/v1") };
        using var catalog = new ModelCatalog(
            [FakeProvider.Profile() with { MaxRetries = 0 }, other],
            [new FakeProvider { Chat = profile => profile.Name == other.Name ? well : chat }],
            time: _time);
        await FailAsync(catalog, CircuitBreaker.Threshold);

        (await catalog.Chat("other").GetResponseAsync("hello")).Text.ShouldBe("well");
    }

    private static async Task FailAsync(ModelCatalog catalog, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello"));
        }
    }
}
