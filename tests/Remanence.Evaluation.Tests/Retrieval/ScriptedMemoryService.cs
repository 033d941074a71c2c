using System.Runtime.CompilerServices;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Evaluation.Retrieval;

/// <summary>Keeps what it is told, and answers each query with the messages that the test names for it.</summary>
internal sealed class ScriptedMemoryService(Dictionary<string, string[]> answers) : MemoryService, IMemoryWorkspaces
{
    public List<(string Workspace, MemorizeRequest Request)> Memorized { get; } = [];

    public List<RetrieveRequest> Retrieved { get; } = [];

    public List<string> Dropped { get; } = [];

    public override Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Memorized.Add((workspace, request));
        return Task.FromResult(new MemorizeResult { ResourceId = "r", Memories = [], Mode = Modes.Verbatim });
    }

    public override Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Retrieved.Add(request);
        var results = answers.GetValueOrDefault(request.Query, []).Take(request.TopK).Select((id, i) => new RetrievedMemory
        {
            Memory = MemoryDocument.From(Memory(workspace, id)),
            Score = 1.0 / (i + 1),
        });
        return Task.FromResult(new RetrieveResult { Results = [.. results], TookMs = 1, Mode = Modes.Verbatim });
    }

    public Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken = default)
    {
        Dropped.Add(workspace);
        return Task.FromResult(new Erasure());
    }

    public override Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken = default) => throw Unexpected();

    public override Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default) => throw Unexpected();

    public override Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default) => throw Unexpected();

    public override Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default) => throw Unexpected();

    public override Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default) => throw Unexpected();

    public Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken = default) => throw Unexpected();

    private static NotSupportedException Unexpected([CallerMemberName] string member = "") => new($"An evaluation has no business with {member}.");

    private static Memory Memory(string workspace, string messageId) => new()
    {
        Id = "m" + messageId,
        Scope = new Scope(workspace),
        Kind = MemoryKinds.Message,
        Content = "text of " + messageId,
        ObservedAt = DateTimeOffset.UnixEpoch,
        RecordedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Sources = [new MemorySource { ResourceId = "r", MessageId = messageId }],
    };
}
