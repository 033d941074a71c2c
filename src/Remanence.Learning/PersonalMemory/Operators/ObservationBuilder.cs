using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Facts.Rules;
using Remanence.PersonalMemory.Replies;
using Remanence.Text.Time;
using Remanence.Text.Time.Patterns;

namespace Remanence.PersonalMemory.Operators;

/// <summary>Makes memories of what was found in a conversation: whose, said when and by whom, with the messages as sources.</summary>
internal sealed class ObservationBuilder(StoredMessage[] conversation, FlowContext context, string author)
{
    private const int MaxQuoted = 300;

    // Whom ReMe's memories are about when nobody is named.
    private const string ReMeUser = "user";
    private readonly Dictionary<(string ResourceId, int Position), SaidMessage> _said = MessageInput.Said(context)
        .ToDictionary(said => (said.Stored.ResourceId, said.Stored.Position));
    private readonly Dictionary<(string ResourceId, int Position), int> _found = [];
    private readonly string? _person = MessageInput.Person(context);
    private readonly ILookup<string, string?> _names = MessageInput.Said(context)
        .Where(said => said.Stored.Message.Role == "user")
        .ToLookup(said => said.Stored.ResourceId, said => SpeakerName.Of(said.Stored.Message.Name), StringComparer.Ordinal);

    public Observed Build(ObservedFact fact)
    {
        // Numbers that the model made up name no message; the fact then has the conversation for its source.
        int[] said = [.. fact.Messages.Where(number => number >= 0 && number < conversation.Length).Distinct().Order()];
        var attribute = Blank(fact.Attribute)?.ToLowerInvariant();
        var mark = new FactState
        {
            Subject = Blank(fact.Subject) is { } subject && !string.Equals(subject, _person ?? "user", StringComparison.OrdinalIgnoreCase) ? subject : null,
            Attribute = attribute,
            Value = attribute is null ? null : Blank(fact.Value),
            Single = attribute is not null && (fact.Single ?? Attributes.IsSingle(attribute)),
            Negated = fact.Negated ?? false,
        };
        return Build(fact.Fact.Trim(), fact.Fact, said, mark, [.. (fact.Keywords ?? []).Select(Blank).OfType<string>()], fact.Confidence);
    }

    public Observed Build(SpokenFact fact, int message)
    {
        var language = FactRules.LanguageOf(fact.Said ?? conversation[message].Message.Content);
        var mark = new FactState
        {
            Subject = Other(conversation[message]) is { } speaker ? SubjectOf(speaker, fact.Subject, language) : fact.Subject,
            Attribute = fact.Attribute,
            Value = fact.Value,
            Single = Attributes.IsSingle(fact.Attribute),
            Negated = fact.Negated,
        };
        var text = FactSentence.Of(fact, conversation[message].Message.Name ?? _person, language);
        return Build(text, fact.Said ?? text, [message], mark, [fact.Value, .. AttributeWords.Of(fact.Attribute, language)], confidence: null);
    }

    private Observed Build(string text, string dated, int[] numbers, FactState mark, IReadOnlyList<string> keywords, double? confidence)
    {
        StoredMessage[] said = [.. numbers.Select(number => conversation[number])];
        var last = said.Length > 0 ? said[^1] : conversation[^1];
        var saidAt = last.Message.Time ?? context.Now;
        var keys = said.Select(KeyOf).Distinct(StringComparer.Ordinal).ToList();
        var scope = context.Scope.ToPerson();
        var time = SpokenTime.Read(dated, saidAt);
        var memory = new Memory
        {
            Id = Identifiers.From(["fact", scope.Workspace, scope.User, scope.Agent, scope.Session, FactText.Normal(text), .. keys]),
            Scope = scope,
            Kind = MemoryKinds.Observation,
            Author = author,
            Role = last.Message.Role,
            Name = last.Message.Name ?? (last.ResourceId.Length == 0 ? _person ?? ReMeUser : null),
            Content = text,
            Trigger = keywords.Count > 0 ? string.Join(", ", keywords) : null,
            Keywords = keywords,
            Metadata = Words(said, keywords, time.Event),
            EventTime = time.Event,
            ObservedAt = saidAt,
            RecordedAt = context.Now,
            UpdatedAt = context.Now,
            ValidFrom = saidAt,
            Score = confidence is { } sure && double.IsFinite(sure) ? Math.Clamp(sure, 0, 1) : null,
            Sources = SourcesOf(said),
        };
        var marked = (mark with { Said = keys, Places = [PlaceIn(last)] }).On(memory);
        return new Observed(new Memory(marked) { State = WithTimes(marked.State!, time) }, said);
    }

    // The speaker's name where it is not the user's: another name was given, or others of the conversation speak without one or under another.
    private string? Other(StoredMessage message)
    {
        if (SpeakerName.Of(message.Message.Name) is not { } name)
        {
            return null;
        }

        var isUser = (_person ?? context.Scope.User) is { } user && SpeakerName.Of(user) is { } known && SpeakerName.AreOne(name, known);
        var isAlone = _person is null && _names[message.ResourceId].All(other => other is not null && SpeakerName.AreOne(name, other));
        return isUser || isAlone ? null : message.Message.Name!.Trim();
    }

    private static string SubjectOf(string speaker, string? subject, PromptLanguage language) =>
        subject is null ? speaker : language == PromptLanguage.Chinese ? $"{speaker}的{subject}" : $"{speaker}'s {subject}";

    private static MemoryState WithTimes(MemoryState state, SpokenTime time) => state with
    {
        Recurrence = time.Recurrence is { } recurrence ? RecurrenceText.Format(recurrence) : state.Recurrence,
        MoreTimes = [.. time.More.Select(FurtherTime.Of)],
    };

    private string KeyOf(StoredMessage stored) => _said[(stored.ResourceId, stored.Position)].Key;

    private FactPlace PlaceIn(StoredMessage message)
    {
        var at = (message.ResourceId, message.Position);
        var part = _found.GetValueOrDefault(at);
        _found[at] = part + 1;
        return new FactPlace { Said = _said[at].Key, Came = _said[at].Came, Message = message.Position, Part = part };
    }

    private IReadOnlyList<MemorySource> SourcesOf(StoredMessage[] said)
    {
        var known = said.Where(message => message.ResourceId.Length > 0).ToList();
        return known.Count > 0
            ? [.. known.Select(message => new MemorySource { ResourceId = message.ResourceId, MessageId = message.Message.Id })]
            :
            [
                .. conversation
                    .Select(message => message.ResourceId)
                    .Where(id => id.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .Select(id => new MemorySource { ResourceId = id }),
            ];
    }

    // Messages that came with a flow's call are not stored: the words are kept beside the fact, as ReMe keeps them.
    private static JsonElement? Words(StoredMessage[] said, IReadOnlyList<string> keywords, EventTime? time)
    {
        if (said.Length == 0 || said[0].ResourceId.Length > 0)
        {
            return null;
        }

        var members = new List<KeyValuePair<string, JsonElement>>
        {
            new("keywords", JsonBuild.Text(string.Join(", ", keywords))),
            new("source_message", JsonBuild.Text(ShortText.CutMiddle(string.Join("\n", said.Select(message => message.Message.Content)), MaxQuoted))),
            new("observation_type", JsonBuild.Text(time is null ? "personal_info" : "personal_info_with_time")),
        };
        if (time is { } spoken)
        {
            members.Add(new("time_info", JsonBuild.Text($"{spoken.Interval.Start:yyyy-MM-dd HH:mm} – {spoken.Interval.End:yyyy-MM-dd HH:mm}")));
        }

        return JsonBuild.Object(members);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
