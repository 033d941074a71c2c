using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Facts.Rules;
using Remanence.PersonalMemory.Replies;
using Remanence.Text.Time;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>observe</c>, <c>get_observation</c>, <c>get_observation_with_time</c>: finds in messages what is worth remembering about people; the latter two share the
/// messages between them by whether a message speaks about a time. A model reads them with their times, so that "yesterday" becomes a date; without one, plain
/// statements are read by rules. What is found carries the messages that say it.
/// </summary>
internal sealed class ObserveOperator : MemoryOperator
{
    /// <summary>The flow's step that reads all messages.</summary>
    public const string Name = "observe";

    /// <summary>How much of a conversation the model is shown at once.</summary>
    public static readonly OperatorParameter<int> MaxTokens = OperatorParameter.WholeNumber(
        "max_tokens",
        3_000,
        100,
        1_000_000,
        "How much of a conversation the model is shown at once; a longer one is read in parts.");

    /// <summary>Messages before a stretch that are shown again for context.</summary>
    public static readonly OperatorParameter<int> Overlap = OperatorParameter.WholeNumber(
        "overlap",
        2,
        0,
        50,
        "Messages before a part that are shown again for context.");

    private const int MaxFactLength = 1_000;
    private const string DefaultUser = "user";
    private readonly Prompt _prompt;
    private readonly bool? _timed;
    private readonly Slot<IReadOnlyList<Memory>> _found;
    private readonly int _maxTokens;
    private readonly int _overlap;

    private ObserveOperator(OperatorSetup setup, bool? timed)
        : base(setup, Name)
    {
        _timed = timed;
        _found = timed == true ? PersonSlots.TimedObservations : ObservationSlots.Observations;
        _prompt = Model!.Prompt(Name, "user", "conversation", "attributes");
        (_maxTokens, _overlap) = (setup.Get(MaxTokens), setup.Get(Overlap));
        Slots = new OperatorSlots { Optional = MessageInput.Slots, Writes = [_found] };
    }

    public static ObserveOperator OfAll(OperatorSetup setup) => new(setup, timed: null);

    public static ObserveOperator OfTimeless(OperatorSetup setup) => new(setup, timed: false);

    public static ObserveOperator OfTimed(OperatorSetup setup) => new(setup, timed: true);

    public override OperatorSlots Slots { get; }

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        StoredMessage[] conversation = [.. MessageInput.Read(context).Where(stored => _timed is not { } timed || timed == SpeaksOfTime(stored, context))];
        MarkMode(context, inferred: Model!.Client is not null && conversation.Length > 0);
        var builder = new ObservationBuilder(conversation, context, Model.Client is null ? Memory.Verbatim : Model.Author);
        IEnumerable<Observed> found = conversation.Length == 0 ? []
            : Model.Client is null ? ByRules(conversation, builder)
            : (await AskAsync(conversation, context, cancellationToken)).Select(builder.Build);
        var forgotten = await Memories.ForgottenAsync(context.Scope.ToPerson(), cancellationToken);

        // What a message says twice it says last where it says it last: "I live in Rome. I moved to Pisa. I moved back to Rome."
        context.Set(_found, [.. found.Where(MayStay).GroupBy(observed => observed.Memory.Id, StringComparer.Ordinal).Select(same => same.Last().Memory)]);

        // What is against the workspace's rules, and what was forgotten once, does not come out of old messages again.
        bool MayStay(Observed observed) => Memories.MayKeep(context.Scope.Workspace, observed.Memory.Content)
            && (observed.Said.Count == 0 || !observed.Said.All(forgotten.Covers));
    }

    private static bool SpeaksOfTime(StoredMessage stored, FlowContext context) =>
        TimeExpressions.Find(stored.Message.Content, stored.Message.Time ?? context.Now).Count > 0;

    private static IEnumerable<Observed> ByRules(StoredMessage[] conversation, ObservationBuilder builder) =>
        conversation.SelectMany((stored, i) => FactRules.Read(stored.Message).Select(fact => builder.Build(fact, i)));

    private async Task<IEnumerable<ObservedFact>> AskAsync(StoredMessage[] conversation, FlowContext context, CancellationToken cancellationToken)
    {
        Message[] messages = [.. conversation.Select(stored => stored.Message)];
        var segments = Transcript.Segment(messages, _maxTokens, _overlap);
        var found = await Task.WhenAll(segments.Select(segment => AskAsync(messages, segment, context, cancellationToken)));
        return found.SelectMany(facts => facts.Facts);
    }

    private Task<ObservedFacts> AskAsync(Message[] messages, MessageSegment segment, FlowContext context, CancellationToken cancellationToken)
    {
        var language = PromptedModel.LanguageOf(context, messages[segment.Start..segment.End].Select(message => message.Content));
        var values = new PromptValues().Text("user", InertText.Line(MessageInput.Person(context) ?? DefaultUser))
            .Text("attributes", string.Join(", ", Attributes.All))
            .Data("conversation", Transcript.Render(messages, segment));
        return Model!.AskAsync(_prompt, language, values, PersonalMemoryJson.Default.ObservedFacts, Check, cancellationToken);
    }

    private static string? Check(ObservedFacts facts) => facts.Facts.Any(fact => string.IsNullOrWhiteSpace(fact.Fact) || fact.Fact.Length > MaxFactLength)
        ? $"every fact must be one sentence of at most {MaxFactLength} characters"
        : null;
}
