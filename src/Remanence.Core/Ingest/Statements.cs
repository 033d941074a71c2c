using Remanence.Commits;
using Remanence.Ingest.Times;
using Remanence.Memories;
using Remanence.Privacy;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;

namespace Remanence.Ingest;

/// <summary>Keeps memories that somebody states themselves.</summary>
internal sealed class Statements(MemoryStore store, Committer committer, PrivacyGuard guard, TimeProvider time)
{
    private const string Actor = "add";

    public async Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken)
    {
        RequestRules.Check(workspace, request);
        request = Redact(workspace, request);
        var now = time.GetUtcNow();
        var memory = ToMemory(workspace, request, now);
        var changes = new ChangeSet
        {
            Id = request.IdempotencyKey is null ? Identifiers.New(now) : Identifiers.From("add", memory.Id),
            Workspace = workspace,
            At = now,
            Actor = Actor,
            Fingerprint = request.IdempotencyKey is null ? null : Fingerprint(request),
            Inserts = [memory],
        };
        var result = await committer.CommitAsync(changes, cancellationToken);

        // The same request again answers with what it made, as that is now.
        return result.AlreadyApplied ? await store.GetAsync(workspace, memory.Id, cancellationToken) ?? memory : memory;
    }

    private AddMemoryRequest Redact(string workspace, AddMemoryRequest request) => request with
    {
        Content = guard.Redact(workspace, request.Content),
        Trigger = request.Trigger is { } trigger ? guard.Redact(workspace, trigger) : null,
        Keywords = request.Keywords is { } keywords ? [.. keywords.Select(keyword => guard.Redact(workspace, keyword))] : null,
        Metadata = guard.Redact(workspace, request.Metadata),
    };

    private static Memory ToMemory(string workspace, AddMemoryRequest request, DateTimeOffset now)
    {
        var said = request.ObservedAt ?? now;
        var (eventTime, state) = request.EventTime is { } time
            ? (new EventTime(new TimeInterval(time.Start, time.End), time.Precision), null)
            : EventTimes.Of(request.Content, said);
        return new Memory
        {
            Id = request.IdempotencyKey is { } key
                ? Identifiers.From(Actor, workspace, request.UserId, request.AgentId, request.SessionId, key)
                : Identifiers.New(now),
            Scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId),
            Kind = request.Kind,
            Author = Memory.Stated,
            Content = request.Content,
            Trigger = request.Trigger,
            Keywords = request.Keywords ?? [],
            Metadata = request.Metadata,
            EventTime = eventTime,
            State = state,
            ObservedAt = said,
            RecordedAt = now,
            UpdatedAt = now,
            ValidFrom = request.Kind == MemoryKinds.Observation ? said : null,
            Score = request.Score,
        };
    }

    private static string Fingerprint(AddMemoryRequest request) =>
        Identifiers.From(
            request.Kind,
            request.Content,
            request.Trigger,
            string.Join('\n', request.Keywords ?? []),
            request.Metadata?.GetRawText(),
            request.EventTime?.ToString(),
            request.ObservedAt?.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            request.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
