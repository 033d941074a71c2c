using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models.Calls;

public sealed class RetryTests
{
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<ModelFailure, bool> Failures()
    {
        var data = new TheoryData<ModelFailure, bool>();
        foreach (var failure in Enum.GetValues<ModelFailure>())
        {
            data.Add(failure, failure is ModelFailure.Unavailable or ModelFailure.TimedOut or ModelFailure.RateLimited);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Only_transient_failures_are_tried_again_and_the_outcome_is_theirs(ModelFailure failure, bool transient)
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(failure));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 3 }, _time);

        var thrown = await Should.ThrowAsync<ModelException>(() => _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello")));

        thrown.Failure.ShouldBe(failure);
        chat.Calls.ShouldBe(transient ? 4 : 1);
        _time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(180));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Streams_fail_in_the_same_way(ModelFailure failure, bool transient)
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(failure));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 3 }, _time);

        var thrown = await Should.ThrowAsync<ModelException>(() =>
            _time.RunAsync(() => catalog.Chat().GetStreamingResponseAsync("hello").ToChatResponseAsync()));

        thrown.Failure.ShouldBe(failure);
        chat.Calls.ShouldBe(transient ? 4 : 1);
        catalog.Guard(FakeProvider.Profile()).FreeSlots.ShouldBe(8);
    }

    [Fact]
    public async Task An_answer_after_failures_is_the_answer()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Unavailable), ScriptedChat.Fails(ModelFailure.TimedOut), ScriptedChat.Says("yes"));
        using var catalog = FakeProvider.Catalog(chat, time: _time);

        var response = await _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello"));

        response.Text.ShouldBe("yes");
        chat.Calls.ShouldBe(3);
        _time.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Waits_as_long_as_the_endpoint_asks()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.RateLimited, TimeSpan.FromSeconds(42)), ScriptedChat.Says("yes"));
        using var catalog = FakeProvider.Catalog(chat, time: _time);

        await _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello"));

        _time.Elapsed.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Fact]
    public async Task Does_not_wait_for_what_the_total_time_will_not_see()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.RateLimited, TimeSpan.FromMinutes(10)));
        using var catalog = FakeProvider.Catalog(chat, time: _time);

        var thrown = await Should.ThrowAsync<ModelException>(() => _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello")));

        thrown.Failure.ShouldBe(ModelFailure.RateLimited);
        thrown.RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        _time.Elapsed.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task The_total_time_ends_a_call_that_hangs()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Unavailable), ScriptedChat.Hangs());
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { TotalTimeout = TimeSpan.FromSeconds(30) }, _time);

        var thrown = await Should.ThrowAsync<ModelException>(() => _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello")));

        thrown.Failure.ShouldBe(ModelFailure.TimedOut);
        thrown.Message.ShouldContain("within 30 s in 2 attempts");
        _time.Elapsed.ShouldBe(TimeSpan.FromSeconds(30));
        catalog.Guard(FakeProvider.Profile()).FreeSlots.ShouldBe(8);
    }

    [Fact]
    public async Task The_total_time_ends_an_endless_stream_of_attempts()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.RateLimited));
        using var catalog = FakeProvider.Catalog(chat, FakeProvider.Profile() with { MaxRetries = 1000, TotalTimeout = TimeSpan.FromSeconds(100) }, _time);

        var thrown = await Should.ThrowAsync<ModelException>(() => _time.RunAsync(() => catalog.Chat().GetResponseAsync("hello")));

        thrown.Failure.ShouldBe(ModelFailure.TimedOut);
        thrown.Message.ShouldContain("RateLimited");
        _time.Elapsed.ShouldBe(TimeSpan.FromSeconds(100));
        chat.Calls.ShouldBeInRange(4, 40);
    }

    [Fact]
    public async Task A_caller_who_cancels_hears_of_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var chat = new ScriptedChat(ScriptedChat.Hangs());
        using var catalog = FakeProvider.Catalog(chat, time: _time);

        var call = catalog.Chat().GetResponseAsync("hello", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        var thrown = await Should.ThrowAsync<OperationCanceledException>(call);
        thrown.CancellationToken.ShouldBe(cancellation.Token);
        catalog.Guard(FakeProvider.Profile()).FreeSlots.ShouldBe(8);
        catalog.Usage.Total.Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_caller_who_cancels_while_it_waits_for_the_next_attempt_is_not_kept()
    {
        using var cancellation = new CancellationTokenSource();
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.RateLimited, TimeSpan.FromSeconds(50)));
        using var catalog = FakeProvider.Catalog(chat, time: _time);

        var call = catalog.Chat().GetResponseAsync("hello", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        chat.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_has_begun_is_not_begun_again()
    {
        var cut = new ChatResponse(new ChatMessage(ChatRole.Assistant, "half of it")) { AdditionalProperties = new() { ["cut"] = true } };
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Unavailable), _ => Task.FromResult(cut));
        using var catalog = FakeProvider.Catalog(chat, time: _time);
        var seen = new List<string>();

        var thrown = await Should.ThrowAsync<ModelException>(() => _time.RunAsync(async () =>
        {
            await foreach (var update in catalog.Chat().GetStreamingResponseAsync("hello"))
            {
                seen.Add(update.Text);
            }

            return true;
        }));

        thrown.Message.ShouldBe("The stream was cut.");
        string.Concat(seen).ShouldBe("half of it");
        chat.Calls.ShouldBe(2);
        catalog.Usage.Total.Failures.ShouldBe(1);
        catalog.Usage.Total.OutputTokens.ShouldBe(3);
        catalog.Guard(FakeProvider.Profile()).FreeSlots.ShouldBe(8);
    }

    [Fact]
    public async Task A_reader_who_leaves_a_stream_takes_no_slot_along()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("a long story"));
        using var catalog = FakeProvider.Catalog(chat, time: _time);

        await foreach (var _ in catalog.Chat().GetStreamingResponseAsync("hello"))
        {
            catalog.Guard(FakeProvider.Profile()).FreeSlots.ShouldBe(7);
            break;
        }

        catalog.Guard(FakeProvider.Profile()).FreeSlots.ShouldBe(8);
    }
}
