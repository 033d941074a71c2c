using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Operators;
using Remanence.Tools;

namespace Remanence.TaskMemory.React;

/// <summary><c>simple_react</c>: answers with the chat model and all tools that there are; without a model, with what memory holds.</summary>
internal sealed class ReactOperator : MemoryOperator
{
    public static readonly OperatorParameter<int> MaxSteps =
        OperatorParameter.WholeNumber("max_steps", 10, 1, 100, "How often the model may call tools before it must answer.");

    public static readonly OperatorParameter<double> ToolTimeout =
        OperatorParameter.Number("tool_timeout_s", 30, 0.01, 3600, "How many seconds a call of a tool may take.");

    public static readonly OperatorParameter<int> MaxResult = OperatorParameter.WholeNumber(
        "max_result_chars",
        8_000,
        200,
        1_000_000,
        "How many characters of a tool's result the model sees; the middle of a longer one is left out.");

    private const int Recalled = 5;
    private readonly ReactPrompts _prompts;
    private readonly int _maxSteps;
    private readonly TimeSpan _toolTimeout;
    private readonly int _maxResult;

    public ReactOperator(OperatorSetup setup)
        : base(setup, "react")
    {
        _prompts = new ReactPrompts(Model!);
        (_maxSteps, _toolTimeout, _maxResult) = (setup.Get(MaxSteps), TimeSpan.FromSeconds(setup.Get(ToolTimeout)), setup.Get(MaxResult));
    }

    public override OperatorSlots Slots { get; } = new() { Required = [BaseSlots.Query] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var query = context.Get(BaseSlots.Query);
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new InvalidRequestException("query", "query is empty: say what to answer.");
        }

        var language = PromptedModel.LanguageOf(context, query);
        var scope = GivenScope(context);
        MarkMode(context, Model!.Client is not null);
        await (
            Model.Client is null
                ? RecallAsync(context, query, scope, language, cancellationToken)
                : RunAsync(context, query, scope, language, cancellationToken));
    }

    private async Task RunAsync(FlowContext context, string query, Scope? scope, PromptLanguage language, CancellationToken cancellationToken)
    {
        var time = Memories.Time;
        ToolSource[] sources = [new MemoryToolSource(Memories), .. context.Services.GetService<IEnumerable<ToolSource>>() ?? []];
        var tools = await ToolSet.GatherAsync(sources, scope, _toolTimeout, time, cancellationToken);
        foreach (var missing in tools.Missing)
        {
            MarkDegraded(context, context.Flow, missing);
        }

        var now = TimeZoneInfo.ConvertTime(context.Now, time.LocalTimeZone);
        var question = new ReactQuestion(
            query,
            string.Create(CultureInfo.InvariantCulture, $"{ClockText.Of(now, time.LocalTimeZone)} ({now.DayOfWeek})"),
            language);
        var runner = new ToolRunner(tools, _toolTimeout, _maxResult, time, context.Services);
        var run = new ReactRun(Model!.Client!, _prompts, tools, runner, Form, time);
        context.Response.Answer = await run.AnswerAsync(question, _maxSteps, cancellationToken);
        run.Messages.ForEach(context.Response.AddMessage);
    }

    private async Task RecallAsync(FlowContext context, string query, Scope? scope, PromptLanguage language, CancellationToken cancellationToken)
    {
        if (scope is null)
        {
            (context.Response.Success, context.Response.Answer) = (false, _prompts.NoWorkspace(language));
            return;
        }

        var found = await Memories.SearchAsync(scope, query, Recalled, null, cancellationToken);
        SetMemoryList(context, found);
        context.Response.Answer = found.Count == 0 ? _prompts.Nothing(language) : _prompts.Found(language, GuidanceText.Numbered(found));
    }

    // What a call leaves out stands for the workspace "default" elsewhere; an agent is let into memories only where its caller says so.
    private static Scope? GivenScope(FlowContext context)
    {
        const string byDefault = "default";
        var named =
            context.Inputs.TryGetValue(BaseSlots.WorkspaceId.Name, out var json)
            && json.ValueKind == System.Text.Json.JsonValueKind.String
            && !json.ValueEquals("");
        return named || context.Scope != new Scope(byDefault) ? context.Scope : null;
    }
}
