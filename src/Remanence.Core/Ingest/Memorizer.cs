using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Ingest.Consolidation;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Privacy;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;

namespace Remanence.Ingest;

/// <summary>The life of a write: checked, made into a change set, durable and searchable, answered.</summary>
internal sealed class Memorizer(
    MemoryStore store,
    Committer committer,
    Consolidations? consolidations,
    PrivacyGuard guard,
    Withholder withholder,
    TimeProvider time)
{
    public async Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken)
    {
        RequestRules.Check(workspace, request);
        using var activity = Telemetry.Start("memorize");
        var started = time.GetTimestamp();
        try
        {
            var result = await KeepAsync(workspace, request, cancellationToken);
            EngineTelemetry.MemorizeDuration.Record(time.GetElapsedTime(started).TotalSeconds);
            EngineTelemetry.MemorizedMessages.Add(request.Messages.Count);
            return result;
        }
        catch (Exception exception)
        {
            Telemetry.Fail(activity, exception);
            throw;
        }
    }

    private async Task<MemorizeResult> KeepAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var intake = Intake.Read(guard, workspace, request);
        request = intake.Request;
        var ingest = MessageIngest.Read(workspace, request, now);
        var existing = await FindExistingAsync(workspace, request, ingest, cancellationToken);
        var withheld = intake.First < 0
            ? Withheld.Nothing
            : await withholder.PlanAsync(intake, ingest, existing.Keys.ToHashSet(StringComparer.Ordinal), now, cancellationToken);
        if (existing.Count > 0 && ingest.Memories.All(memory => existing.ContainsKey(memory.Id)))
        {
            var resource = existing[ingest.Memories[0].Id].Sources[0].ResourceId;
            await FinishAsync(intake, ingest, [.. existing.Values], withheld, cancellationToken);
            return Answer(resource, ingest.Memories.Select(memory => existing[memory.Id]));
        }

        var changes = ingest.ToChangeSet(existing.Keys.ToHashSet(StringComparer.Ordinal));
        changes = withheld.Tombstones.Count == 0 ? changes : new ChangeSet(changes) { Inserts = [.. changes.Inserts, .. withheld.Tombstones] };
        var queued = request.Infer && consolidations is not null;
        var result = await committer.CommitAsync(queued ? Consolidations.Queue(changes, request.Wait) : changes, cancellationToken);
        var isNew = result is { AlreadyApplied: false, Existing.Count: 0 } && existing.Count == 0;
        var memories = isNew ? ingest.Memories : await store.GetAsync(workspace, [.. ingest.Memories.Select(memory => memory.Id)], cancellationToken);
        await FinishAsync(intake, ingest, memories, withheld, cancellationToken);
        var answer = Answer(ingest.ResourceId, memories);
        return queued ? await consolidations!.AnswerAsync(changes, answer, request.Wait, cancellationToken) : answer;
    }

    public async Task<MemorizeResult> AddResourceAsync(string workspace, ResourceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestRules.CheckScope(workspace, request.UserId, request.AgentId, request.SessionId);
        RequestRules.CheckId("Idempotency-Key", request.IdempotencyKey);
        RequestRules.CheckId("name", request.Name);
        RequestRules.CheckId("media_type", request.MediaType);
        RequestRules.CheckMetadata("metadata", request.Metadata);
        RequestRules.CheckText("text", request.Text, ServiceLimits.MaxDocumentLength);
        if (request.Modality != Modalities.Document)
        {
            throw new InvalidRequestException(
                "modality",
                $"modality {Printable.Show(request.Modality ?? "")} needs a model that this server does not have; use {Modalities.Document}, or POST "
                + $"messages for a conversation.");
        }

        request = request with
        {
            Text = guard.Redact(workspace, request.Text),
            Name = request.Name is { } name ? guard.Redact(workspace, name) : null,
            Metadata = guard.Redact(workspace, request.Metadata),
        };
        var ingest = DocumentIngest.Read(workspace, request, time.GetUtcNow());
        var result = await committer.CommitAsync(ingest.ToChangeSet(), cancellationToken);
        return Answer(
            ingest.ResourceId,
            result.AlreadyApplied ? await store.GetAsync(workspace, [.. ingest.Memories.Select(memory => memory.Id)], cancellationToken) : ingest.Memories);
    }

    private Task FinishAsync(Intake intake, MessageIngest ingest, IReadOnlyList<Memory> stored, Withheld withheld, CancellationToken cancellationToken) =>
        intake.First < 0 ? Task.CompletedTask : withholder.FinishAsync(ingest.Scope, stored, withheld, cancellationToken);

    // Asked before the commit, because a conversation that brings nothing new is not stored again.
    private async Task<Dictionary<string, Memory>> FindExistingAsync(
        string workspace, MemorizeRequest request, MessageIngest ingest, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is not null || ingest.KnownIds is not { Count: > 0 } ids)
        {
            return [];
        }

        var found = await store.GetAsync(workspace, ids, cancellationToken);
        return found.DistinctBy(memory => memory.Id, StringComparer.Ordinal).ToDictionary(memory => memory.Id, StringComparer.Ordinal);
    }

    private static MemorizeResult Answer(string resourceId, IEnumerable<Memory> memories) => new()
    {
        ResourceId = resourceId,
        Memories = [.. memories.Select(MemoryDocument.From)],
        Mode = Modes.Verbatim,
    };
}
