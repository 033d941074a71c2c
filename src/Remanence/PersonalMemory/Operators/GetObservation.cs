using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Ingest;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Models.Structured;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// Finds in new messages what is worth remembering about people. Reads them with their times, so that "yesterday" becomes a date; what it finds carries the
/// messages that say it as sources.
/// </summary>
internal sealed class GetObservation : Operator
{
    public const string Name = "get_observation";

    /// <summary>How much of a conversation the model is shown at once.</summary>
    public static readonly OperatorParameter<int> MaxTokens = OperatorParameter.WholeNumber("max_tokens", 3_000, 100, 1_000_000);

    /// <summary>Messages before a stretch that are shown again for context.</summary>
    public static readonly OperatorParameter<int> Overlap = OperatorParameter.WholeNumber("overlap", 2, 0, 50);

    private const int MaxFactLength = 1_000;
    private const string DefaultUser = "user";
    private static readonly PromptLibrary Prompts = PromptLibrary.Embedded(typeof(GetObservation).Assembly, "Remanence.PersonalMemory.Operators.get-observation.yaml");
    private readonly IChatClient _chat;
    private readonly Prompt _prompt;
    private readonly PromptLanguage? _language;
    private readonly string _author;
    private readonly int _maxTokens;
    private readonly int _overlap;

    public GetObservation(OperatorSetup setup)
    {
        var models = setup.Services.GetRequiredService<ModelCatalog>();
        _chat = models.Chat(setup.Configuration.Llm);
        _author = models.Profiles.First(profile => profile.Name == "llm." + setup.Configuration.Llm).Model;
        _prompt = Prompts.WithFile(setup.PromptPath).Get("observe", "user", "conversation");
        _language = PromptLanguages.Parse(setup.Language);
        _maxTokens = setup.Get(MaxTokens);
        _overlap = setup.Get(Overlap);
    }

    public override OperatorSlots Slots { get; } = new() { Required = [ObservationSlots.Conversation], Writes = [ObservationSlots.Observations] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var conversation = context.Get(ObservationSlots.Conversation);
        var messages = conversation.Select(stored => stored.Message).ToList();
        var segments = Transcript.Segment(messages, _maxTokens, _overlap);
        var found = await Task.WhenAll(segments.Select(segment => AskAsync(messages, segment, cancellationToken)));
        context.Set(ObservationSlots.Observations, [.. found.SelectMany(facts => facts.Facts)
            .DistinctBy(fact => fact.Fact.Trim(), StringComparer.Ordinal)
            .Select(fact => ToMemory(fact, conversation, context))]);
    }

    private Task<ObservedFacts> AskAsync(List<Message> messages, MessageSegment segment, CancellationToken cancellationToken)
    {
        var language = _language ?? PromptLanguages.Of(messages[segment.Start..segment.End].Select(message => message.Content));
        var values = new PromptValues().Text("user", DefaultUser).Data("conversation", Transcript.Render(messages, segment));
        var options = new StructuredOutputOptions<ObservedFacts> { Language = language, Validate = Check };
        return StructuredOutput.GetAsync(
            _chat, [new ChatMessage(ChatRole.User, _prompt.Render(language, values))], PersonalMemoryJson.Default.ObservedFacts, options, cancellationToken);
    }

    private static string? Check(ObservedFacts facts) => facts.Facts.Any(fact => string.IsNullOrWhiteSpace(fact.Fact) || fact.Fact.Length > MaxFactLength)
        ? $"every fact must be one sentence of at most {MaxFactLength} characters"
        : null;

    private Memory ToMemory(ObservedFact fact, IReadOnlyList<StoredMessage> conversation, FlowContext context)
    {
        // Numbers that the model made up name no message; the fact then has the conversation for its source.
        StoredMessage[] said = [.. fact.Messages.Where(number => number >= 0 && number < conversation.Count).Distinct().Order().Select(number => conversation[number])];
        var saidAt = said.Length > 0 && said[^1].Message.Time is { } time ? time : context.Now;
        var text = fact.Fact.Trim();
        return new Memory
        {
            Id = Identifiers.New(context.Now),
            Scope = context.Scope,
            Kind = MemoryKinds.Observation,
            Author = _author,
            Content = text,
            Keywords = [.. (fact.Keywords ?? []).Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => word.Trim())],
            EventTime = EventTimes.Of(text, saidAt),
            ObservedAt = saidAt,
            RecordedAt = context.Now,
            UpdatedAt = context.Now,
            Score = fact.Confidence is { } confidence ? Math.Clamp(confidence, 0, 1) : null,
            Sources = said.Length > 0
                ? [.. said.Select(message => new MemorySource { ResourceId = message.ResourceId, MessageId = message.Message.Id })]
                : [.. conversation.Select(message => message.ResourceId).Distinct(StringComparer.Ordinal).Select(id => new MemorySource { ResourceId = id })],
        };
    }
}
