using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Plans;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>summary_tool_memory</c>: writes the guides of tools that were called since their last one.</summary>
internal sealed class ToolSummaryOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> RecentCalls = OperatorParameter.WholeNumber(
        "recent_call_count",
        20,
        1,
        1_000,
        "How many of the last calls a guide rests on.");

    public static readonly OperatorParameter Interval = OperatorParameter.WithoutEffect(
        "summary_sleep_interval",
        "calls wait for as long as the endpoint's limit asks for, and no longer.");

    private const string Fence = "```";
    private readonly Prompt _prompt;
    private readonly int _recent;

    public ToolSummaryOperator(OperatorSetup setup)
        : base(setup, "summary_tool_memory", readsRuns: true)
    {
        _prompt = Model!.Prompt("guide", "tool", "calls");
        _recent = setup.Get(RecentCalls);
    }

    public override OperatorSlots Slots { get; } = new() { Required = [TaskSlots.ToolNames], Writes = [StoreSlots.Plan] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        MarkMode(context, Model!.Client is not null);
        if (await ToolLookup.FindAsync(context, Memories, cancellationToken) is not { Count: > 0 } tools)
        {
            return;
        }

        var guides = await Task.WhenAll(tools.Select(tool => WriteAsync(context, tool, cancellationToken)));
        context.Set(StoreSlots.Plan, new ToolGuidePlan(guides));
    }

    private async Task<WrittenGuide> WriteAsync(FlowContext context, Memory memory, CancellationToken cancellationToken)
    {
        var calls = ToolMemories.CallsOf(memory);
        var recent = calls.Skip(Math.Max(calls.Count - _recent, 0)).ToList();
        var name = ToolMemories.NameOf(memory);
        if (recent.TrueForAll(call => call.IsSummarized))
        {
            return new WrittenGuide(memory.Id, null, memory.Author, new HashSet<string>(StringComparer.Ordinal));
        }

        var known = recent.Select(call => call.CallHash).ToHashSet(StringComparer.Ordinal);
        if (Model!.Client is null)
        {
            return new WrittenGuide(memory.Id, ToolGuide.Write(name, calls, _recent), Memory.Verbatim, known);
        }

        var shown = string.Join("\n\n", recent.Select(Show));
        var values = new PromptValues().Data("tool", name).Data("calls", ShortText.CutMiddle(shown, Model.InputTokens * 3));
        var reply = await Model.AskTextAsync(_prompt, PromptedModel.LanguageOf(context, shown), values, cancellationToken);
        return new WrittenGuide(memory.Id, ToolGuide.WithStatistics(Block(reply), calls, _recent), Model.Author, known);
    }

    private static string Show(ToolCallResult call) => $"""
        input: {ShortText.OneLine(call.InputText, 300)}
        output: {ShortText.OneLine(call.Output, 400)}
        succeeded: {call.Success}, score: {call.Score}, seconds: {call.TimeCost}
        {ShortText.OneLine(call.Evaluation, 300)}
        """;

    // The text of the first fenced block, else all of it.
    private static string Block(string reply)
    {
        var open = reply.IndexOf(Fence, StringComparison.Ordinal);
        var line = open < 0 ? -1 : reply.IndexOf('\n', open);
        var close = line < 0 ? -1 : reply.IndexOf(Fence, line, StringComparison.Ordinal);
        return close < 0 ? reply : reply[(line + 1)..close].Trim();
    }
}
