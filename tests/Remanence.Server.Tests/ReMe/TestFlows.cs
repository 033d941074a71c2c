using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Models;
using Remanence.Stores;

namespace Remanence.Server.Tests.ReMe;

/// <summary>Small flows that show what reaches an operator, and fail in every way that there is.</summary>
internal static class TestFlows
{
    private static readonly FlowInput[] EveryType =
    [
        new() { Name = "text", Type = "string" },
        new() { Name = "list", Type = "array" },
        new() { Name = "whole", Type = "integer" },
        new() { Name = "number", Type = "number" },
        new() { Name = "flag", Type = "boolean" },
        new() { Name = "map", Type = "object" },
        new() { Name = "needed", Type = "string", Required = true, Description = "Must be there.", Values = ["a", "b"] },
    ];

    public static void Add(IServiceCollection services) => services.AddSingleton(Build());

    public static FlowCatalogue Build(
        Func<FlowContext, CancellationToken, ValueTask>? held = null,
        Func<FlowContext, CancellationToken, ValueTask>? streaming = null)
    {
        var slots = new OperatorSlots { Optional = [BaseSlots.Messages] };
        var registry = new OperatorRegistry()
            .Add("echo", slots, Echo)
            .Add("refuse", OperatorSlots.None, (_, _) => throw new InvalidRequestException("action", "invalid action=\"foo\"; use load."))
            .Add("model", OperatorSlots.None, (_, _) => throw new ModelException(ModelFailure.Unavailable, "llm.default does not answer; start it."))
            .Add("store", OperatorSlots.None, (_, _) => throw new StoreUnavailableException("The store is away."))
            .Add("bug", OperatorSlots.None, (_, _) => throw new NotSupportedException("secret words"))
            .Add("unsuccessful", OperatorSlots.None, Unsuccessful)
            .Add("broken_answer", OperatorSlots.None, Broken)
            .Add("stream", OperatorSlots.None, StreamAsync)
            .Add("streaming", OperatorSlots.None, streaming ?? StreamAsync)
            .Add("held", OperatorSlots.None, held ?? Unsuccessful);
        return FlowCatalogue.Build(
            registry,
            [
                new() { Name = "echo", Expression = "echo", Description = "Says what it was given." },
                new() { Name = "typed", Expression = "echo", Inputs = EveryType },
                new() { Name = "refuse", Expression = "refuse" },
                new() { Name = "model", Expression = "model" },
                new() { Name = "store", Expression = "store" },
                new() { Name = "bug", Expression = "bug" },
                new() { Name = "unsuccessful", Expression = "unsuccessful" },
                new() { Name = "broken_answer", Expression = "broken_answer" },
                new() { Name = "held", Expression = "held" },
                new() { Name = "streaming", Expression = "streaming", Stream = true },
                new() { Name = "stream_refuse", Expression = "stream >> refuse", Stream = true },
                new() { Name = "stream_bug", Expression = "stream >> bug", Stream = true },
                new() { Name = "bug_at_once", Expression = "bug", Stream = true },
                new() { Name = "hidden", Expression = "echo", Internal = true },
                new() { Name = "health", Expression = "echo" },
                new() { Name = "ECHO", Expression = "bug" },
            ]);
    }

    private static ValueTask Echo(FlowContext context, CancellationToken cancellationToken)
    {
        var inputs = new JsonObject();
        foreach (var (name, value) in context.Inputs)
        {
            inputs[name] = JsonNode.Parse(value.GetRawText());
        }

        context.Response.Answer = context.Inputs.TryGetValue("query", out var query) ? query.ToString() : string.Empty;
        context.Response.Metadata["workspace"] = context.Scope.Workspace;
        context.Response.Metadata["inputs"] = inputs;
        context.Response.Metadata["said"] = context.GetOr(BaseSlots.Messages, []).Count;
        context.Response.AddMessage(new JsonObject { ["role"] = "assistant", ["content"] = "heard" });
        return ValueTask.CompletedTask;
    }

    private static ValueTask Unsuccessful(FlowContext context, CancellationToken cancellationToken)
    {
        context.Response.Success = false;
        context.Response.Answer = "Nothing to do.";
        return ValueTask.CompletedTask;
    }

    private static ValueTask Broken(FlowContext context, CancellationToken cancellationToken)
    {
        context.Response.Metadata["score"] = double.NaN;
        return ValueTask.CompletedTask;
    }

    private static async ValueTask StreamAsync(FlowContext context, CancellationToken cancellationToken)
    {
        await context.Stream!.WriteAsync(new FlowChunk(FlowChunkType.Think, "hm"), cancellationToken);
        await context.Stream.WriteAsync(new FlowChunk(FlowChunkType.Answer, "ein"), cancellationToken);
        await context.Stream.WriteAsync(new FlowChunk(FlowChunkType.Answer, "你\n好") { Metadata = new JsonObject { ["n"] = 2 } }, cancellationToken);
        context.Response.Answer = "ein你\n好";
        context.Response.Metadata["kept"] = 7;
    }
}
