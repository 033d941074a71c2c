using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Messages;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Lessons;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>build_query</c>: the query as given; without one, what the conversation needs to know now.</summary>
internal sealed class BuildQueryOperator : MemoryOperator
{
    public static readonly OperatorParameter<bool> EnableModel = OperatorParameter.Boolean(
        "enable_llm_build",
        true,
        "Whether a model words the query when only messages are given.");

    private const int LastMessages = 3;
    private const int MaxLength = 200;
    private readonly Prompt _prompt;
    private readonly bool _asks;

    public BuildQueryOperator(OperatorSetup setup)
        : base(setup, "build_query", readsRuns: true)
    {
        _prompt = Model!.Prompt("query", "conversation");
        _asks = setup.Get(EnableModel) && Model.Client is not null;
    }

    public override OperatorSlots Slots { get; } = new() { Optional = [BaseSlots.Query, BaseSlots.Messages], Writes = [BaseSlots.Query] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(context.GetOr(BaseSlots.Query, "")))
        {
            return;
        }

        var messages = context.GetOr(BaseSlots.Messages, []);
        var last = RunTranscript.Last(messages, LastMessages, MaxLength);
        if (last.Length == 0)
        {
            throw new InvalidRequestException("query", "query is empty and there are no messages: give one of them.");
        }

        context.Set(BaseSlots.Query, _asks ? await AskAsync(context, messages, last, cancellationToken) : last);
    }

    private async Task<string> AskAsync(FlowContext context, IReadOnlyList<Message> messages, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            var shown = messages.Where(message => message.Role is not "system").ToList();
            var segments = Transcript.Segment(shown, Model!.InputTokens);
            var text = segments.Count == 0 ? otherwise : Transcript.Render(shown, segments[^1]);
            var query = await Model.AskTextAsync(
                _prompt,
                PromptedModel.LanguageOf(context, text),
                new PromptValues().Data("conversation", text),
                cancellationToken);
            MarkMode(context, inferred: true);
            return query;
        }
        catch (ModelException exception)
        {
            MarkDegraded(context, "build_query", exception);
            return otherwise;
        }
    }
}
