using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Hosting;

namespace Remanence.Server.Tests.ReMe;

public sealed class StreamTests(FlowServerFixture fixture) : IClassFixture<FlowServerFixture>
{
    [Fact]
    public async Task Chunks_come_as_ReMe_sends_them()
    {
        var (raw, chunks) = await ReadAsync("/streaming");

        raw.ShouldStartWith("data:{\"flow_id\":\"");
        raw.ShouldEndWith("\n\ndata:[DONE]\n\n");
        raw.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("data:") && !line.Contains('\n'));
        chunks.ShouldAllBe(chunk => string.Join(' ', chunk.EnumerateObject().Select(member => member.Name)) == "flow_id chunk_type chunk done metadata");
        chunks.Select(chunk => chunk.GetProperty("chunk_type").GetString()).ShouldBe(["think", "answer", "answer", "done"]);
        string.Concat(chunks.Where(chunk => chunk.GetProperty("chunk_type").GetString() == "answer").Select(chunk => chunk.GetProperty("chunk").GetString()))
            .ShouldBe("ein你\n好");
        chunks[2].GetProperty("metadata").GetProperty("n").GetInt32().ShouldBe(2);
        var whole = chunks[^1].GetProperty("metadata");
        chunks[^1].GetProperty("done").GetBoolean().ShouldBeTrue();
        whole.GetProperty("answer").GetString().ShouldBe("ein你\n好");
        whole.GetProperty("metadata").GetProperty("kept").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task Each_call_has_an_id_of_its_own()
    {
        var ids = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            var (_, chunks) = await ReadAsync("/streaming");
            ids.Add(chunks.Select(chunk => chunk.GetProperty("flow_id").GetString()).Distinct().ShouldHaveSingleItem());
        }

        ids[0].ShouldNotBe(ids[1]);
    }

    [Theory]
    [InlineData("/stream_refuse", "invalid action=\"foo\"; use load.", false)]
    [InlineData("/stream_bug", "The server failed; its log tells more under the event id", true)]
    public async Task A_failure_after_chunks_is_a_chunk(string path, string reason, bool unforeseen)
    {
        var (raw, chunks) = await ReadAsync(path);

        raw.ShouldEndWith("\n\ndata:[DONE]\n\n");
        raw.ShouldNotContain("secret");
        chunks.Select(chunk => chunk.GetProperty("chunk_type").GetString()).ShouldBe(["think", "answer", "answer", "error"]);
        chunks[^1].GetProperty("chunk").GetString()!.ShouldStartWith(reason);
        chunks[^1].GetProperty("metadata").TryGetProperty("event_id", out _).ShouldBe(unforeseen);
    }

    [Fact]
    public async Task A_failure_before_the_first_chunk_can_be_a_status()
    {
        var flows = TestFlows.Build(streaming: (_, _) => throw new InvalidRequestException("x", "It is refused at once."));
        await using var server = await RunningServer.StartAsync(
            settings => settings with { ReMeErrors = FlowErrors.Status },
            services => services.AddSingleton(flows));

        await (await server.Client.SendAsync("POST", "/streaming", Wire.Json("{}"))).ReadProblemAsync(400, "x");
    }

    [Fact]
    public async Task A_bad_body_is_refused_before_anything_streams()
    {
        using var response = await fixture.Client.SendAsync("POST", "/streaming", Wire.Json("""{"query":1}"""));

        ((int)response.StatusCode).ShouldBe(422);
    }

    [Fact]
    public async Task Chunks_arrive_while_the_flow_runs_and_who_leaves_ends_it()
    {
        var cancelled = new TaskCompletionSource();
        var flows = TestFlows.Build(streaming: async (context, token) =>
        {
            await context.Stream!.WriteAsync(new FlowChunk(FlowChunkType.Answer, "first"), token);
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                cancelled.SetResult();
                throw;
            }
        });
        await using var server = await RunningServer.StartAsync(configure: services => services.AddSingleton(flows));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/streaming") { Content = Wire.Json("{}") };
        using (var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldContain("first");
        }

        await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(string Raw, List<JsonElement> Chunks)> ReadAsync(string path)
    {
        using var response = await fixture.Client.SendAsync("POST", path, Wire.Json("""{"stream":false}"""));
        var raw = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(200, raw);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        var lines = raw.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return (raw, [.. lines.SkipLast(1).Select(line => Wire.Parse(line["data:".Length..]))]);
    }
}
