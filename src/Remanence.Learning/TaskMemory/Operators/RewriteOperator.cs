using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Models.Structured;
using Remanence.Operators;
using Remanence.TaskMemory.Lessons;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>rewrite_memory</c>: the memories as one piece of guidance for the task; without a model, or when it fails, as a list.</summary>
internal sealed class RewriteOperator : MemoryOperator
{
    public static readonly OperatorParameter<bool> EnableModel = OperatorParameter.Boolean("enable_llm_rewrite", true, "Whether a model writes the guidance.");

    private const int LastMessages = 3;
    private const int MaxLength = 300;
    private readonly Prompt _prompt;
    private readonly bool _asks;

    public RewriteOperator(OperatorSetup setup)
        : base(setup, "rewrite_memory")
    {
        _prompt = Model!.Prompt("rewrite", "query", "conversation", "memories");
        _asks = setup.Get(EnableModel) && Model.Client is not null;
    }

    public override OperatorSlots Slots { get; } = new() { Required = [BaseSlots.Query, TaskSlots.Recalled], Optional = [BaseSlots.Messages] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var memories = context.Get(TaskSlots.Recalled);
        var list = GuidanceText.Numbered(memories);
        context.Response.Answer = _asks && memories.Count > 0 ? await AskAsync(context, list, cancellationToken) : list;
    }

    private async Task<string> AskAsync(FlowContext context, string list, CancellationToken cancellationToken)
    {
        try
        {
            var query = context.Get(BaseSlots.Query);
            var last = RunTranscript.Last(context.GetOr(BaseSlots.Messages, []), LastMessages, MaxLength);
            var values = new PromptValues().Data("query", query).Data("conversation", last).Data("memories", list);
            var reply = await Model!.AskTextAsync(_prompt, PromptedModel.LanguageOf(context, query), values, cancellationToken);
            MarkMode(context, inferred: true);
            var rewritten = StructuredOutput.Find(reply, LessonJson.Default.RewriteReply);

            // A model that just writes the guidance has done what it was asked for.
            return !string.IsNullOrWhiteSpace(rewritten?.RewrittenContext) ? rewritten.RewrittenContext : reply;
        }
        catch (ModelException exception)
        {
            MarkDegraded(context, "rewrite_memory", exception);
            return list;
        }
    }
}
