using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Mcp.Tests.Support;

/// <summary>Answers with the query; fails, waits or streams when the query says so.</summary>
internal sealed class EchoOperator : Operator
{
    /// <summary>Completed when a call that waits was cancelled.</summary>
    public static TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed when a call waits.</summary>
    public static TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override OperatorSlots Slots { get; } = new() { Required = [BaseSlots.Query, BaseSlots.WorkspaceId], Fields = ["looked_up"] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var query = context.Get(BaseSlots.Query);
        switch (query)
        {
            case "fail": throw new FormatException("secret details");
            case "refuse": context.Response.Success = false; break;
            case "wait":
                Waiting.TrySetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    Cancelled.TrySetResult();
                }

                break;
        }

        if (context.Stream is { } stream)
        {
            await stream.WriteAsync(new FlowChunk(FlowChunkType.Answer, "first"), cancellationToken);
            await stream.WriteAsync(new FlowChunk(FlowChunkType.Answer, "second"), cancellationToken);
        }

        context.Response.Answer = query;
        context.Response.Metadata["workspace"] = context.Get(BaseSlots.WorkspaceId);
        context.Response.Metadata["user"] = context.Scope.User;
    }
}
