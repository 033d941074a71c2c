using System.Globalization;
using Remanence.Ingest.Times;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Ingest;

/// <summary>
/// Makes of messages what is stored of them: the conversation, each message at its place, and each message word for word as a memory.
/// </summary>
internal sealed class MessageIngest
{
    private readonly DateTimeOffset _now;
    private readonly Scope _scope;
    private readonly MemorizeRequest _request;
    private readonly List<Memory> _memories;

    private MessageIngest(string workspace, MemorizeRequest request, DateTimeOffset now)
    {
        _now = now;
        _request = request;
        _scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId);
        ChangeSetId = request.IdempotencyKey is { } key
            ? Identifiers.From("messages", workspace, request.UserId, request.AgentId, request.SessionId, key)
            : Identifiers.New(now);
        ResourceId = request.IdempotencyKey is null ? Identifiers.New(now) : Identifiers.From("resource", ChangeSetId);
        var messages = new List<StoredMessage>(request.Messages.Count);
        var memories = new List<Memory>(request.Messages.Count);
        var said = SaidTimes.Of(request.Messages, now);
        for (var i = 0; i < request.Messages.Count; i++)
        {
            var message = request.Messages[i];
            var memory = ToMemory(message, i, said[i]);
            messages.Add(new StoredMessage { ResourceId = ResourceId, Position = i, Message = message with { Id = memory.Sources[0].MessageId } });
            memories.Add(memory);
        }

        Messages = messages;
        _memories = memories;
    }

    public string ChangeSetId { get; }

    public string ResourceId { get; }

    public IReadOnlyList<StoredMessage> Messages { get; }

    public Scope Scope => _scope;

    /// <summary>One a message, in order.</summary>
    public IReadOnlyList<Memory> Memories => _memories;

    /// <summary>Ids of memories that exist already if their messages came before.</summary>
    public IReadOnlyList<string> KnownIds =>
        [.. _request.Messages.Select((message, i) => (message, i)).Where(pair => pair.message.Id is not null).Select(pair => Memories[pair.i].Id)];

    public static MessageIngest Read(string workspace, MemorizeRequest request, DateTimeOffset now) => new(workspace, request, now);

    /// <summary>Gives the memory of a message its state, beside the times that it tells of.</summary>
    public void Annotate(int message, MemoryState state) =>
        _memories[message] = new Memory(_memories[message])
        {
            State = state with
            {
                MoreTimes = state.MoreTimes ?? _memories[message].State?.MoreTimes,
                Recurrence = state.Recurrence ?? _memories[message].State?.Recurrence,
            },
        };

    /// <summary>The change set without the messages whose memories exist.</summary>
    public ChangeSet ToChangeSet(IReadOnlySet<string> existing) =>
        new()
        {
            Id = ChangeSetId,
            Workspace = _scope.Workspace,
            At = _now,
            Fingerprint = _request.IdempotencyKey is null ? null : Fingerprint(),
            Actor = "memorize",
            Resources =
            [
                new Resource
                {
                    Id = ResourceId,
                    Scope = _scope,
                    Modality = Modalities.Conversation,
                    RecordedAt = _now,
                },
            ],
            Messages = existing.Count == 0 ? Messages : [.. Messages.Where((_, i) => !existing.Contains(Memories[i].Id))],
            Inserts =
                existing.Count == 0
                    ? Memories
                    : [.. Memories.Where(memory => !existing.Contains(memory.Id)).DistinctBy(memory => memory.Id, StringComparer.Ordinal)],
        };

    private Memory ToMemory(Message message, int position, DateTimeOffset time)
    {
        var (id, messageId) = IdsOf(message, position);
        var (eventTime, state) = EventTimes.Of(message.Content, time);
        return new Memory
        {
            Id = id,
            Scope = _scope,
            Kind = MemoryKinds.Message,
            Role = message.Role,
            Name = message.Name,
            Content = message.Content,
            EventTime = eventTime,
            State = state,
            ObservedAt = time,
            RecordedAt = _now,
            UpdatedAt = _now,
            Sources = [new MemorySource { ResourceId = ResourceId, MessageId = messageId }],
        };
    }

    // A message that its sender named is known again by its name and its words; one in a named request by its place.
    private (string Id, string MessageId) IdsOf(Message message, int position)
    {
        if (message.Id is { } given)
        {
            var time = message.Time?.UtcTicks.ToString(CultureInfo.InvariantCulture);
            return (Identifiers.From("memory", _scope.User, _scope.Agent, _scope.Session, given, message.Role, message.Name, message.Content, time), given);
        }

        if (_request.IdempotencyKey is null)
        {
            return (Identifiers.New(_now), Identifiers.New(_now));
        }

        var place = position.ToString(CultureInfo.InvariantCulture);
        return (Identifiers.From("memory", ChangeSetId, place), Identifiers.From("message", ChangeSetId, place));
    }

    private string Fingerprint()
    {
        var parts = new List<string?> { _scope.User, _scope.Agent, _scope.Session, _request.Infer.ToString(), };
        foreach (var message in _request.Messages)
        {
            parts.AddRange([message.Id, message.Role, message.Name, message.Content, message.Time?.UtcTicks.ToString(CultureInfo.InvariantCulture)]);
        }

        return Identifiers.From([.. parts]);
    }
}
