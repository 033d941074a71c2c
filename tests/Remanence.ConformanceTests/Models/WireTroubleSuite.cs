using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.ConformanceTests.Models;

/// <summary>What goes wrong on the wire, and what a caller of whatever provider is told of it.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class WireTroubleSuite<TFixture> : ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    // Short enough to wait for.
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    /// <summary>A refusal has its kind, in one attempt: others are for the catalogue to make.</summary>
    /// <param name="status">What the endpoint answers.</param>
    /// <param name="failure">What that is.</param>
    [Theory]
    [InlineData(401, ModelFailure.Unauthorized)]
    [InlineData(403, ModelFailure.Unauthorized)]
    [InlineData(404, ModelFailure.Rejected)]
    [InlineData(422, ModelFailure.Rejected)]
    [InlineData(429, ModelFailure.RateLimited)]
    [InlineData(500, ModelFailure.Unavailable)]
    [InlineData(503, ModelFailure.Unavailable)]
    public Task A_refusal_has_its_kind(int status, ModelFailure failure) => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await RespondAsync(Reply.Status(status));
        (await FailAsync(call, Profile(endpoint, kind))).Failure.ShouldBe(failure);
        endpoint.Requests.Count.ShouldBe(1, "one attempt a call");
    });

    /// <summary>How long an endpoint asks to wait is passed on.</summary>
    [Fact]
    public Task An_endpoint_may_ask_for_patience() => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await RespondAsync(Reply.Status(429, null, ("Retry-After", "7")));
        (await FailAsync(call, Profile(endpoint, kind))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    });

    /// <summary>What a refusal repeats of the request comes into no log.</summary>
    [Fact]
    public Task A_refusal_repeats_neither_key_nor_text() => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await StartAsync();
        endpoint.RespondEverywhere(static request =>
            Reply.Status(400, $$$"""{"error":{"message":"{{{Key}}} may not say: {{{Repeated(request)}}}","type":"scripted"}}"""));
        var message = (await FailAsync(call, Profile(endpoint, kind))).Message;
        message.ShouldNotContain(Key);
        message.ShouldNotContain(ModelCall.Text);
    });

    /// <summary>A page of a proxy is no answer.</summary>
    /// <param name="body">What comes with status 200.</param>
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<html>welcome</html>")]
    [InlineData("[]")]
    public Task What_is_no_answer_is_told(string body) => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await RespondAsync(Reply.Json(body));
        (await FailAsync(call, Profile(endpoint, kind))).Failure.ShouldBe(ModelFailure.BadReply);
    });

    /// <summary>A connection that breaks is worth another try.</summary>
    [Fact]
    public Task A_broken_connection_is_worth_another_try() => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await RespondAsync(Reply.Reset());
        (await FailAsync(call, Profile(endpoint, kind))).Failure.ShouldBe(ModelFailure.Unavailable);
    });

    /// <summary>An address where nobody listens is worth another try, and is named.</summary>
    [Fact]
    public Task Where_nobody_listens_is_told() => EachAsync(async (kind, call) =>
    {
        var endpoint = await StartAsync();
        var profile = Profile(endpoint, kind);
        await endpoint.DisposeAsync();
        var failed = await FailAsync(call, profile);
        failed.Failure.ShouldBe(ModelFailure.Unavailable);
        failed.Message.ShouldContain(profile.BaseUrl!.Authority);
    });

    /// <summary>Silence ends at the profile's limit, and is not taken for the caller's wish.</summary>
    [Fact]
    public Task Silence_ends_at_the_limit() => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await RespondAsync(Reply.Late(new Gate(), Reply.Status(500)));
        (await FailAsync(call, Profile(endpoint, kind) with { Timeout = Short })).Failure.ShouldBe(ModelFailure.TimedOut);
    });

    /// <summary>A caller that leaves is no failure.</summary>
    [Fact]
    public Task A_caller_may_leave() => EachAsync(async (kind, call) =>
    {
        await using var endpoint = await RespondAsync(Reply.Late(new Gate(), Reply.Status(500)));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asking = call.AskAsync(Provider, Profile(endpoint, kind), leaving.Token);
        await endpoint.AskedAsync(Stop);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    });

    // A recording says nothing that could be read.
    private static string Repeated(SeenRequest request) => request.Text.Contains(ModelCall.Text, StringComparison.Ordinal) ? ModelCall.Text : "this";

    private static async Task<ModelEndpoint> RespondAsync(Reply reply)
    {
        var endpoint = await ModelEndpoint.StartAsync();
        endpoint.RespondEverywhere(_ => reply);
        return endpoint;
    }

    private async Task<ModelException> FailAsync(ModelCall call, ModelProfile profile)
    {
        var failed = await Should.ThrowAsync<ModelException>(() => call.AskAsync(Provider, profile, Stop));
        failed.Profile.ShouldBe(profile.Name);
        return failed;
    }

    private async Task EachAsync(Func<ModelKind, ModelCall, Task> check)
    {
        foreach (var (kind, call) in Calls)
        {
            try
            {
                await check(kind, call);
            }
            catch (ShouldAssertException exception)
            {
                throw new ShouldAssertException($"{call.Name}: {exception.Message}", exception);
            }
        }
    }
}
