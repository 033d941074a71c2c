using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Privacy;
using Remanence.Privacy.Forgotten;
using Remanence.Resources;
using Remanence.Retrieval;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Editing;

/// <summary>What operators see of the engine: search, read, edit. Thread-safe.</summary>
internal sealed class MemoryAccess(MemoryStore store, Retriever retriever, Committer committer, PrivacyGuard guard, TimeProvider time)
{
    private readonly MemoryEditor _editor = new(committer, time);

    private readonly ForgottenMemories _forgotten = new(store);

    public TimeProvider Time => time;

    /// <summary>Memories that answer a text, best first. A text that is longer than a query may be is asked by its beginning and end.</summary>
    /// <param name="scope">What may be seen.</param>
    /// <param name="query">Any text; a blank one finds nothing.</param>
    /// <param name="topK">At most so many.</param>
    /// <param name="kinds">Only these kinds; null: all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="now">The moment of asking; null: the present.</param>
    public async Task<IReadOnlyList<ScoredMemory>> SearchAsync(
        Scope scope, string query, int topK, IReadOnlyList<string>? kinds, CancellationToken cancellationToken, DateTimeOffset? now = null)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return [];
        }

        var request = new RetrieveRequest
        {
            Query = ShortText.CutMiddle(query.Replace("\0", "", StringComparison.Ordinal), ServiceLimits.MaxQueryLength),
            TopK = topK,
            Kinds = kinds,
            UserId = scope.User,
            AgentId = scope.Agent,
            SessionId = scope.Session,
            Now = now,
        };
        var found = await retriever.RetrieveAsync(scope.Workspace, request, cancellationToken);
        // A bonus for time or speaker may lift a score above what callers take for a similarity.
        return [.. found.Results.Select(result => new ScoredMemory(result.Memory.ToMemory(), Math.Min(1, result.Score)))];
    }

    /// <summary>The memories that exist among the ids and may be seen.</summary>
    public async Task<IReadOnlyList<Memory>> GetAsync(Scope scope, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        string[] distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        return distinct.Length == 0 ? [] : [.. (await store.GetAsync(scope.Workspace, distinct, cancellationToken)).Where(memory => scope.Sees(memory.Scope))];
    }

    /// <summary>All memories that may be seen, in the order in which they were stored.</summary>
    public IAsyncEnumerable<Memory> ListAsync(Scope scope, MemoryFilter? filter, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return store.AllAsync(scope, Tombstones.Hide(filter), cancellationToken);
    }

    /// <summary>The memories of just this scope, those that it shares with others left out.</summary>
    public IAsyncEnumerable<Memory> OwnAsync(Scope scope, MemoryFilter filter, CancellationToken cancellationToken) =>
        ListAsync(scope, filter, cancellationToken).Where(memory => memory.Scope == scope);

    /// <summary>The conversations that may be seen, in the order in which they were stored.</summary>
    public async Task<IReadOnlyList<Resource>> ConversationsAsync(Scope scope, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return await store.AllResourcesAsync(scope, cancellationToken).Where(resource => resource.Modality == Modalities.Conversation).ToListAsync(cancellationToken);
    }

    /// <summary>A conversation's messages, oldest first.</summary>
    public IAsyncEnumerable<StoredMessage> MessagesAsync(Scope scope, string resourceId, CancellationToken cancellationToken) =>
        store.AllMessagesAsync(resourceId, scope, cancellationToken);

    /// <summary>The messages of which something was forgotten: nothing is made of them again.</summary>
    /// <param name="scope">Whose; agent and session do not narrow.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<ForgottenSources> ForgottenAsync(Scope scope, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return _forgotten.FindAsync(scope, cancellationToken);
    }

    /// <summary>Whether anything was ever stored in the workspace.</summary>
    public async Task<bool> ExistsAsync(string workspace, CancellationToken cancellationToken)
    {
        RequestRules.CheckWorkspace(workspace);
        return await store.GetWorkspaceAsync(workspace, cancellationToken) is not null;
    }

    /// <summary>Carries out a plan.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>What was committed.</returns>
    public Task<MemoryEdits> EditAsync(Scope scope, StorePlan plan, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return _editor.EditAsync(scope.Workspace, plan.Actor, (now, token) => PlanAsync(scope, plan, now, token), cancellationToken);
    }

    /// <summary>What a plan comes to now, without what must not be remembered.</summary>
    public async Task<MemoryEdits> PlanAsync(Scope scope, StorePlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edits = await plan.PlanAsync(this, scope, now, cancellationToken);
        edits.Redact(guard.Redact);
        return edits;
    }
}
