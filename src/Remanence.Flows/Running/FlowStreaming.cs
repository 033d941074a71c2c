using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Remanence.Flows.Running;

/// <summary>Runs a flow and hands on what it writes, while it writes it.</summary>
internal static class FlowStreaming
{
    private const int Buffered = 64;

    public static async IAsyncEnumerable<FlowChunk> RunAsync(
        FlowRunner runner, FlowPlan plan, FlowCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<FlowChunk>(Buffered);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var run = PumpAsync(runner, plan, call, channel.Writer, stop.Token);
        try
        {
            await foreach (var chunk in channel.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return chunk;
            }
        }
        finally
        {
            // A reader that leaves early ends the run.
            await stop.CancelAsync();
            await run;
        }
    }

    // Whatever happens reaches the reader as the end of the channel.
    private static async Task PumpAsync(FlowRunner runner, FlowPlan plan, FlowCall call, ChannelWriter<FlowChunk> writer, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FlowSink(writer);
            var response = await runner.RunAsync(plan, call, plan.Definition.Stream ? stream : null, cancellationToken);
            if (!stream.Answered && response.Answer.Length > 0)
            {
                await writer.WriteAsync(new FlowChunk(FlowChunkType.Answer, response.Answer), cancellationToken);
            }

            await writer.WriteAsync(new FlowChunk(FlowChunkType.Done, string.Empty) { Response = response }, cancellationToken);
            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
    }
}
