using System.Security.Cryptography;
using System.Text;
using Remanence.Events.Webhooks;
using Remanence.Jobs;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Tests.Clocks;
using Remanence.Tests.Jobs;

namespace Remanence.Tests.Events;

public sealed class WebhookTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Signatures_are_those_of_the_specification() =>
        new WebhookSignature(Secret).Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public async Task Each_commit_is_told_once_in_order_and_signed()
    {
        await using var receiver = new WebhookReceiver((_, _) => Task.FromResult(204));
        await using var engine = await StartAsync(new InMemoryStore(_time), receiver.Url);
        for (var i = 0; i < 5; i++)
        {
            await SayAsync(engine, $"m{i}");
        }

        await PassAsync(() => receiver.Requests.SelectMany(request => request.Contents).Contains("m4"));
        receiver.Requests.SelectMany(request => request.Contents).ShouldBe(["m0", "m1", "m2", "m3", "m4"]);
        receiver.Requests.Select(request => request.Json.GetProperty("sequence").GetInt64()).ShouldBeInOrder();
        foreach (var request in receiver.Requests)
        {
            request.Json.GetProperty("type").GetString().ShouldBe("memories.changed");
            var signed = Encoding.UTF8.GetBytes($"{request.Id}.{request.Timestamp}.").Concat(request.Body).ToArray();
            request.Signature.ShouldBe("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret[6..]), signed)));
        }
    }

    [Fact]
    public async Task A_new_receiver_begins_with_the_next_commit_and_is_told_a_large_one_in_parts_of_a_hundred()
    {
        await using var receiver = new WebhookReceiver((_, _) => Task.FromResult(204));
        var store = new InMemoryStore(_time);
        await using var before = new MemoryEngine(store, time: _time);
        await before.OpenAsync(Token);
        await SayAsync(before, "before");
        await using var engine = await StartAsync(store, receiver.Url);
        string[] said = [.. Enumerable.Range(0, 250).Select(i => $"m{i}")];
        await engine.MemorizeAsync(
            "ws",
            new MemorizeRequest { Messages = [.. said.Select(content => new Message { Role = "user", Content = content })] },
            Token);

        await PassAsync(() => receiver.Requests.SelectMany(request => request.Contents).Contains("m249"));
        receiver.Requests.SelectMany(request => request.Contents).ShouldBe(said);
        receiver.Requests.Select(request => request.Contents.Count()).ShouldBe([100, 100, 50]);
    }

    [Fact]
    public async Task A_receiver_that_misbehaves_gets_everything_in_the_end_and_holds_nobody_up()
    {
        var hang = new TaskCompletionSource();
        await using var receiver = new WebhookReceiver(async (number, context) =>
        {
            switch (number)
            {
                case 0:
                    return 500;
                case 1:
                    context.Response.RedirectLocation = "http://127.0.0.1:1/elsewhere";
                    return 302;
                case 2:
                    context.Response.Abort();
                    return 200;
                case 3:
                    await hang.Task;
                    return 200;
                default:
                    return number % 3 == 0 ? 503 : 200;
            }
        });
        await using var good = new WebhookReceiver((_, _) => Task.FromResult(200));
        await using var engine = await StartAsync(new InMemoryStore(_time), receiver.Url, good.Url);
        for (var i = 0; i < 6; i++)
        {
            await SayAsync(engine, $"m{i}");
        }

        await PassAsync(() => good.Requests.SelectMany(request => request.Contents).Contains("m5"));
        await PassAsync(() => receiver.Requests.Count > 4 && receiver.Requests.SelectMany(request => request.Contents).Contains("m5"));
        hang.SetResult();
        var order = receiver.Requests.SelectMany(request => request.Contents).Distinct(StringComparer.Ordinal);
        order.ShouldBe(["m0", "m1", "m2", "m3", "m4", "m5"]);

        // What is sent again has the same id, so that a receiver can tell.
        receiver
            .Requests.GroupBy(request => request.Id, StringComparer.Ordinal)
            .ShouldAllBe(same => same.Select(request => request.Contents.First()).Distinct().Count() == 1);
        receiver.Requests[0].Id.ShouldBe(receiver.Requests[1].Id);
    }

    [Fact]
    public async Task A_failing_receiver_is_visible_as_a_job_and_a_restart_forgets_nothing()
    {
        var down = true;
        await using var receiver = new WebhookReceiver((_, _) => Task.FromResult(down ? 500 : 200));
        var store = new InMemoryStore(_time);
        await using var first = await StartAsync(store, receiver.Url);
        await SayAsync(first, "before");
        await PassAsync(() => receiver.Requests.Count >= 3);
        await first.StopJobsAsync(Token);
        await SayAsync(first, "between");
        var jobs = await first.ListJobsAsync(new PageQuery { Scope = new("ws") }, [], Token);
        jobs.Items.ShouldContain(job =>
            job.Kind == JobKinds.Webhook && job.State == JobState.Retrying && job.Error!.Contains("answered 500") && job.Failures == 0);

        down = false;
        await using var second = await StartAsync(store, receiver.Url);
        await PassAsync(() => receiver.Requests.SelectMany(request => request.Contents).Contains("between"));
        receiver.Requests.Select(request => request.Contents.First()).Distinct(StringComparer.Ordinal).ShouldBe(["before", "between"]);
    }

    [Theory]
    [InlineData("ftp://host/x", "s")]
    [InlineData("http://user:pass@host/x", "s")]
    [InlineData("http://host/x", null)]
    [InlineData("http://host/x", "whsec_***")]
    [InlineData("http://host/x", "fifteen letters")]
    public void Options_that_cannot_work_are_refused(string url, string? secret) =>
        Should.Throw<ArgumentException>(() => new WebhookOptions { Urls = [new Uri(url)], Secret = secret }.Check());

    private async Task<MemoryEngine> StartAsync(MemoryStore store, params Uri[] urls)
    {
        var options = new MemoryEngineOptions { Webhooks = new WebhookOptions { Urls = urls, Secret = Secret, Timeout = TimeSpan.FromMilliseconds(500) } };
        var engine = new MemoryEngine(store, options, _time);
        await engine.OpenAsync(Token);
        await engine.StartJobsAsync(Token);
        return engine;
    }

    private static Task<MemorizeResult> SayAsync(MemoryEngine engine, string content) =>
        engine.MemorizeAsync("ws", new MemorizeRequest { Messages = [new Message { Role = "user", Content = content }] }, Token);

    private Task PassAsync(Func<bool> until) => JobFixture.UntilAsync(
        async () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(2, Token);
            return until();
        },
        "The receiver does not get it.");
}
