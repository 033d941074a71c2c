using Microsoft.Extensions.DependencyInjection;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Services;

namespace Remanence.Operators;

/// <summary>
/// An operator on memories: it works on the <see cref="MemoryAccess"/> among the catalogue's services, and with its chat model where there is one.
/// </summary>
internal abstract class MemoryOperator : Operator
{
    protected MemoryOperator(OperatorSetup setup, string? promptFile = null, bool readsRuns = false)
    {
        Memories = setup.Services.GetRequiredService<MemoryAccess>();
        Form = setup.Services.GetService<AnswerForm>() ?? AnswerForm.Native;
        Model = promptFile is null ? null : PromptedModel.Of(setup, $"{GetType().Namespace}.{promptFile}.yaml", readsRuns);
    }

    protected MemoryAccess Memories { get; }

    /// <summary>How memories are written in answers.</summary>
    protected AnswerForm Form { get; }

    /// <summary>Its prompts, and the model where there is one; null for an operator that has no prompts.</summary>
    protected PromptedModel? Model { get; }

    /// <summary>Says in the response whether a model had a part in the answer.</summary>
    protected static void MarkMode(FlowContext context, bool inferred)
    {
        if (inferred || !context.Response.Metadata.ContainsKey("mode"))
        {
            context.Response.Metadata["mode"] = inferred ? Modes.Inferred : Modes.Verbatim;
        }
    }

    /// <summary>Says in the response that a part is missing, such as a model's, where the answer is good without it.</summary>
    protected static void MarkDegraded(FlowContext context, string operation, RemanenceException exception) =>
        MarkDegraded(context, operation, exception.Message);

    /// <summary>Says in the response what an operation had to do without, and why.</summary>
    protected static void MarkDegraded(FlowContext context, string operation, string lack)
    {
        var notes = context.Response.Metadata["degraded"]?.AsArray().Select(note => note!.GetValue<string>()) ?? [];
        context.Response.Metadata["degraded"] = JsonBuild.Array(notes.Append($"{operation}: {lack}").Distinct(StringComparer.Ordinal)).ToNode();
    }

    protected void SetMemoryList(FlowContext context, IEnumerable<ScoredMemory> memories) =>
        context.Response.Metadata["memory_list"] = JsonBuild.Array(memories.Select(found => Form.Write(found.Memory, found.Score))).ToNode();
}
