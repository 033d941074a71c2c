using System.Net;
using System.Text.Json;
using Remanence.Sqlite.Tests;

namespace Remanence.Server.Tests.Http;

/// <summary>A server whose disk is full: it says so, nothing is lost, and it goes on by itself when there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Messages = "/v1/workspaces/w/messages";

    private readonly TestDisk _disk = new(megabytes: 12);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Readiness_tells_of_it_and_recovers_and_no_job_is_dead()
    {
        _disk.SkipUnlessMounted();
        await using var server = await RunningServer.StartAsync(settings => settings with { DataPath = _disk.Path });
        var kept = await SendAsync(server, "I live in Lisbon and I love sailing.");
        kept.Status.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync(server, "/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        _disk.Fill();
        var (status, ready) = await ReadAsync(server, "/health/ready");
        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.GetProperty("store").GetString().ShouldNotBeNull().ShouldContain("no room left");
        (await ReadAsync(server, "/v1/workspaces/w/memories?user_id=ann")).Status.ShouldBe(HttpStatusCode.OK);
        var refused = await SendAsync(server, new string('x', 150_000));
        refused.Status.ShouldBe(HttpStatusCode.InsufficientStorage);
        refused.Answer.GetProperty("type").GetString().ShouldBe("urn:remanence:problem:store-full");

        _disk.MakeRoom();
        await UntilAsync(server, "/health/ready", (code, _) => code == HttpStatusCode.OK);
        (await SendAsync(server, "I moved to Porto.")).Status.ShouldBe(HttpStatusCode.OK);
        await UntilAsync(
            server,
            "/v1/workspaces/w/jobs",
            (_, jobs) => jobs.GetProperty("items").EnumerateArray().All(job => job.GetProperty("state").GetString() == "succeeded"));
        (await ReadAsync(server, "/v1/workspaces/w/memories?user_id=ann&limit=100")).Answer.GetRawText().ShouldNotContain("xxxx");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(RunningServer server, string text)
    {
        var body = Wire.Json($$"""{"messages":[{"role":"user","content":"{{text}}"}],"user_id":"ann"}""");
        using var response = await server.Client.PostAsync(new Uri(Messages, UriKind.Relative), body, Token);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> ReadAsync(RunningServer server, string path)
    {
        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)));
    }

    private static async Task UntilAsync(RunningServer server, string path, Func<HttpStatusCode, JsonElement, bool> condition)
    {
        while (true)
        {
            var (status, answer) = await ReadAsync(server, path);
            if (condition(status, answer))
            {
                return;
            }
        }
    }
}
