using System.Text.Json.Nodes;
using Remanence.Flows;
using Remanence.Flows.Catalogue;

namespace Remanence.Tests.Flows;

public sealed class StreamTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chunks_arrive_while_the_flow_runs_and_the_response_comes_last()
    {
        var read = new TaskCompletionSource();
        var flow = Streaming(async (context, token) =>
        {
            await context.Stream!.WriteAsync(new FlowChunk(FlowChunkType.Think, "hm"), token);
            await read.Task.WaitAsync(token);
            await context.Stream.WriteAsync(new FlowChunk(FlowChunkType.Answer, "yes") { Metadata = new JsonObject { ["n"] = 1 } }, token);
            context.Response.Answer = "yes";
        });

        var chunks = new List<FlowChunk>();
        await foreach (var chunk in flow.StreamAsync(new FlowCall(), Cancelled))
        {
            chunks.Add(chunk);
            read.TrySetResult();
        }

        chunks.Select(chunk => (chunk.Type, chunk.Text)).ShouldBe([(FlowChunkType.Think, "hm"), (FlowChunkType.Answer, "yes"), (FlowChunkType.Done, "")]);
        chunks[^1].Response!.Answer.ShouldBe("yes");
    }

    [Fact]
    public async Task Without_streaming_the_answer_is_one_chunk()
    {
        var flow = TestFlows.Of().Add("a", context => context.Response.Answer = context.Stream is null ? "whole" : "parts").Build("a");

        var chunks = await flow.StreamAsync(new FlowCall(), Cancelled).ToListAsync(Cancelled);

        chunks.Select(chunk => (chunk.Type, chunk.Text)).ShouldBe([(FlowChunkType.Answer, "whole"), (FlowChunkType.Done, "")]);
        (await Streaming((context, _) =>
        {
            context.Stream.ShouldBeNull();
            return ValueTask.CompletedTask;
        }).RunAsync(new FlowCall(), Cancelled)).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failure_comes_after_what_was_written()
    {
        var flow = Streaming(async (context, token) =>
        {
            await context.Stream!.WriteAsync(new FlowChunk(FlowChunkType.Answer, "half"), token);
            throw new FormatException();
        });
        var chunks = new List<FlowChunk>();

        await Should.ThrowAsync<FlowException>(async () =>
        {
            await foreach (var chunk in flow.StreamAsync(new FlowCall(), Cancelled))
            {
                chunks.Add(chunk);
            }
        });

        chunks.ShouldHaveSingleItem().Text.ShouldBe("half");
        await Should.ThrowAsync<InvalidRequestException>(async () =>
            await flow.StreamAsync(new FlowCall { Inputs = TestFlows.Json("""{"query":1}""") }, Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Who_stops_reading_ends_the_run()
    {
        var ended = new TaskCompletionSource();
        var flow = Streaming(async (context, token) =>
        {
            try
            {
                while (true)
                {
                    await context.Stream!.WriteAsync(new FlowChunk(FlowChunkType.Answer, "more"), token);
                }
            }
            finally
            {
                ended.SetResult();
            }
        });

        (await flow.StreamAsync(new FlowCall(), Cancelled).Take(3).ToListAsync(Cancelled)).Count.ShouldBe(3);
        await ended.Task.WaitAsync(Cancelled);
    }

    [Fact]
    public async Task Only_the_flow_says_that_it_is_done()
    {
        var flow = Streaming((context, token) => context.Stream!.WriteAsync(new FlowChunk(FlowChunkType.Done, ""), token));

        (
            await Should.ThrowAsync<FlowException>(async () => await flow.StreamAsync(new FlowCall(), Cancelled).ToListAsync(Cancelled))
        ).InnerException.ShouldBeOfType<ArgumentException>();
    }

    private static Flow Streaming(Func<FlowContext, CancellationToken, ValueTask> execute) =>
        TestFlows.Of().Add("a", execute).Build(new FlowDefinition { Name = "test", Expression = "a", Stream = true }).Get("test");
}
