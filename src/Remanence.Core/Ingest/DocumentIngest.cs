using System.Globalization;
using Remanence.Memories;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Text.Tokens;

namespace Remanence.Ingest;

/// <summary>Makes of a document what is stored of it: the document, and each of its passages as a memory of kind <c>knowledge</c>.</summary>
internal sealed class DocumentIngest
{
    private readonly DateTimeOffset _now;
    private readonly ResourceRequest _request;
    private readonly Scope _scope;

    private DocumentIngest(string workspace, ResourceRequest request, DateTimeOffset now)
    {
        _now = now;
        _request = request;
        _scope = new Scope(workspace, request.UserId, request.AgentId, request.SessionId);
        ChangeSetId = request.IdempotencyKey is { } key
            ? Identifiers.From("resources", workspace, request.UserId, request.AgentId, request.SessionId, key)
            : Identifiers.New(now);
        ResourceId = request.IdempotencyKey is null ? Identifiers.New(now) : Identifiers.From("resource", ChangeSetId);
        Memories = [.. Passages.Split(request.Text).Select(ToMemory).Where(memory => !string.IsNullOrWhiteSpace(memory.Content))];
    }

    public string ChangeSetId { get; }

    public string ResourceId { get; }

    public IReadOnlyList<Memory> Memories { get; }

    public static DocumentIngest Read(string workspace, ResourceRequest request, DateTimeOffset now) => new(workspace, request, now);

    public ChangeSet ToChangeSet() => new()
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
                Modality = _request.Modality,
                Name = _request.Name,
                MediaType = _request.MediaType,
                Text = _request.Text,
                Metadata = _request.Metadata,
                RecordedAt = _now,
            },
        ],
        Inserts = Memories,
    };

    private Memory ToMemory(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(_request.Text.Length);
        return new Memory
        {
            Id = Identifiers.From("memory", ResourceId, start.ToString(CultureInfo.InvariantCulture)),
            Scope = _scope,
            Kind = MemoryKinds.Knowledge,
            Content = _request.Text.Substring(start, length).Trim(),
            ObservedAt = _now,
            RecordedAt = _now,
            UpdatedAt = _now,
            Sources = [new MemorySource { ResourceId = ResourceId, Start = start, End = start + length }],
        };
    }

    private string Fingerprint() => Identifiers.From(
        _scope.User, _scope.Agent, _scope.Session, _request.Modality, _request.Name, _request.MediaType, _request.Text, _request.Metadata?.GetRawText());
}
