using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Lessons;
using Remanence.TaskMemory.Plans;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>parse_tool_call_result</c>: judges calls of tools, all at once, and takes them into the memories of their tools.</summary>
internal sealed class ToolCallOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> KeptCalls = OperatorParameter.WholeNumber(
        "max_history_tool_call_cnt",
        100,
        1,
        1_000,
        "How many calls a tool keeps.");

    public static readonly OperatorParameter Interval = OperatorParameter.WithoutEffect(
        "evaluation_sleep_interval",
        "calls wait for as long as the endpoint's limit asks for, and no longer.");

    private const int MaxInput = 2_000;
    private const int MaxOutput = 6_000;
    private readonly Prompt _prompt;
    private readonly int _keep;

    public ToolCallOperator(OperatorSetup setup)
        : base(setup, "parse_tool_call_result")
    {
        _prompt = Model!.Prompt("evaluation", "tool", "input", "output");
        _keep = setup.Get(KeptCalls);
    }

    public override OperatorSlots Slots { get; } = new() { Required = [TaskSlots.ToolCallResults], Writes = [StoreSlots.Plan] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var given = ToolCallResults.Read(context.Get(TaskSlots.ToolCallResults), "tool_call_results");
        var valid = given.Where(ToolCallIntake.IsValid).Select(ToolCallIntake.Complete).ToList();
        MarkMode(context, Model!.Client is not null);
        if (valid.Count == 0)
        {
            context.Response.Success = false;
            context.Response.Answer = given.Count == 0
                ? "tool_call_results is empty: give the results of at least one call."
                : $"None of the {given.Count} results can be used: each needs tool_name, input and output.";
            return;
        }

        var judged = await Task.WhenAll(valid.Select(call => JudgeAsync(context, call, cancellationToken)));
        context.Set(StoreSlots.Plan, new ToolIntakePlan(judged, given.Count, _keep));
    }

    private async Task<ToolCallResult> JudgeAsync(FlowContext context, ToolCallResult call, CancellationToken cancellationToken)
    {
        var byRules = CallEvaluator.Evaluate(call);
        if (Model!.Client is null || call.Evaluation.Length > 0)
        {
            return byRules;
        }

        var output = ShortText.CutMiddle(call.Output, MaxOutput);
        var values = new PromptValues().Data("tool", call.ToolName).Data("input", ShortText.CutMiddle(call.InputText, MaxInput)).Data("output", output);
        try
        {
            var reply = await Model.AskAsync(
                _prompt,
                PromptedModel.LanguageOf(context, output),
                values,
                LessonJson.Default.CallJudgementReply,
                cancellationToken);
            return call with { Summary = reply.Summary, Evaluation = reply.Evaluation, Score = reply.Score >= 0.5 ? 1 : 0 };
        }
        catch (ModelException exception) when (exception.Failure is ModelFailure.BadReply or ModelFailure.Refused)
        {
            // A call that the model cannot judge is judged by rules, and is not lost.
            return byRules;
        }
    }
}
