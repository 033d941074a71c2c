using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.BuiltIn;
using Remanence.Privacy;
using Remanence.Privacy.Directives;
using Remanence.Privacy.Forgotten;
using Remanence.Resources;
using Remanence.Retrieval;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Stores.Reads;

namespace Remanence.Editing;

/// <summary>What operators and whoever else learns see of the engine: search, read, edit. Thread-safe.</summary>
public sealed class MemoryAccess
{
    private readonly MemoryStore _store;
    private readonly Retriever _retriever;
    private readonly MemoryEditor _editor;
    private readonly PrivacyGuard _guard;
    private readonly PlanCommitter _plans;
    private readonly ForgottenMemories _forgotten;

    internal MemoryAccess(
        MemoryStore store,
        Retriever retriever,
        Committer committer,
        MemoryEditor editor,
        PrivacyGuard guard,
        StaticEmbedder embedder,
        TimeProvider time)
    {
        (_store, _retriever, _editor, _guard, Embedder, Time) = (store, retriever, editor, guard, embedder, time);
        (_plans, _forgotten) = (new PlanCommitter(committer, time), new ForgottenMemories(store));
    }

    /// <summary>The engine's clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The built-in embedder of its indexes, by which texts can be compared without a model.</summary>
    public StaticEmbedder Embedder { get; }

    /// <summary>Memories that answer a text, best first. A text that is longer than a query may be is asked by its beginning and end.</summary>
    /// <param name="scope">What may be seen.</param>
    /// <param name="query">Any text; a blank one finds nothing.</param>
    /// <param name="topK">At most so many.</param>
    /// <param name="kinds">Only these kinds; null: all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="now">The moment of asking; null: the present.</param>
    /// <param name="filter">Only what it admits; null: all that holds.</param>
    /// <param name="lacking">Told what the answer has to do without, and why, where it has to.</param>
    public async Task<IReadOnlyList<ScoredMemory>> SearchAsync(
        Scope scope,
        string query,
        int topK,
        IReadOnlyList<string>? kinds,
        CancellationToken cancellationToken,
        DateTimeOffset? now = null,
        MemoryFilter? filter = null,
        Action<string>? lacking = null)
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
            Filter = filter,
            UserId = scope.User,
            AgentId = scope.Agent,
            SessionId = scope.Session,
            Now = now,
            Explain = true,
        };
        var found = await _retriever.RetrieveAsync(scope.Workspace, request, cancellationToken);
        if (found.Degraded is { } lack)
        {
            lacking?.Invoke(lack);
        }

        // A bonus for time or speaker may lift a score above what callers take for a similarity.
        return
        [
            .. found.Results.Select(result => new ScoredMemory(result.Memory.ToMemory(), Math.Min(1, result.Score)) { Match = result.Explanation?.Match ?? 0 }),
        ];
    }

    /// <summary>The memories that exist among the ids and may be seen.</summary>
    /// <param name="scope">What may be seen.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Memory>> GetAsync(Scope scope, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        string[] distinct = [.. ids.Distinct(StringComparer.Ordinal)];
        return distinct.Length == 0 ? [] : [.. (await _store.GetAsync(scope.Workspace, distinct, cancellationToken)).Where(memory => scope.Sees(memory.Scope))];
    }

    /// <summary>All memories that may be seen, in the order in which they were stored.</summary>
    /// <param name="scope">What may be seen.</param>
    /// <param name="filter">Which; null: all but tombstones.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<Memory> ListAsync(Scope scope, MemoryFilter? filter, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return _store.AllAsync(scope, Tombstones.Hide(filter), cancellationToken);
    }

    /// <summary>The memories of just this scope, those that it shares with others left out.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<Memory> OwnAsync(Scope scope, MemoryFilter filter, CancellationToken cancellationToken) =>
        ListAsync(scope, filter, cancellationToken).Where(memory => memory.Scope == scope);

    /// <summary>
    /// Notes what a plan is about to read, before it reads: the memories of just this scope, and the tombstones of its user, of whatever agent. With it in
    /// <see cref="MemoryEdits.Reads"/> nothing is committed that others have overtaken.
    /// </summary>
    /// <param name="scope">The scope.</param>
    /// <param name="kinds">The kinds of the memories.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<IReadOnlyList<ReadMark>> MarkAsync(Scope scope, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        var at = await _store.GetFreshnessAsync(scope.Workspace, cancellationToken);
        return
        [
            new ReadMark(scope, at) { Kinds = kinds, Exactly = true },
            new ReadMark(new Scope(scope.Workspace, scope.User), at) { Kinds = [MemoryKinds.Forgotten] },
        ];
    }

    /// <summary>The conversations that may be seen, in the order in which they were stored.</summary>
    /// <param name="scope">What may be seen.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Resource>> ConversationsAsync(Scope scope, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return await _store
            .AllResourcesAsync(scope, cancellationToken)
            .Where(resource => resource.Modality == Modalities.Conversation)
            .ToListAsync(cancellationToken);
    }

    /// <summary>A conversation's messages, oldest first.</summary>
    /// <param name="scope">What may be seen.</param>
    /// <param name="resourceId">The conversation.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<StoredMessage> MessagesAsync(Scope scope, string resourceId, CancellationToken cancellationToken) =>
        _store.AllMessagesAsync(resourceId, scope, cancellationToken);

    /// <summary>The messages of which something was forgotten: nothing is made of them again.</summary>
    /// <param name="scope">Whose; agent and session do not narrow.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<ForgottenSources> ForgottenAsync(Scope scope, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return _forgotten.FindAsync(scope, cancellationToken);
    }

    /// <summary>Whether a memory was forgotten on request: it must not be made again.</summary>
    /// <param name="scope">Its scope.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<bool> IsForgottenAsync(Scope scope, string id, CancellationToken cancellationToken) =>
        await GetAsync(scope, [Tombstones.IdOf(id)], cancellationToken) is not [];

    /// <summary>Whether something may be learnt of a message: not where it was withheld, or asks for that.</summary>
    /// <param name="text">What it says.</param>
    public static bool MayLearnFrom(string text) => !WithheldText.Is(text) && !PrivacyGuard.ShouldWithhold(text);

    /// <summary>Whether a text holds nothing that a workspace must not keep.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="text">The text.</param>
    public bool MayKeep(string workspace, string text) => _guard.Allows(workspace, text);

    /// <summary>Drops a workspace, with all that is known of it anywhere.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Honoured until dropping begins.</param>
    /// <exception cref="MemoryNotFoundException">There is none.</exception>
    public Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken)
    {
        RequestRules.CheckWorkspace(workspace);
        return _editor.DropAsync(workspace, cancellationToken);
    }

    /// <summary>Whether anything was ever stored in the workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<bool> ExistsAsync(string workspace, CancellationToken cancellationToken)
    {
        RequestRules.CheckWorkspace(workspace);
        return await _store.GetWorkspaceAsync(workspace, cancellationToken) is not null;
    }

    /// <summary>Carries out a plan.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>What was committed.</returns>
    public Task<MemoryEdits> EditAsync(Scope scope, MemoryPlan plan, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        return _plans.EditAsync(scope.Workspace, plan.Actor, (now, token) => PlanAsync(scope, plan, now, token), cancellationToken);
    }

    /// <summary>What a plan comes to now, without what must not be remembered; nothing is committed.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public async Task<MemoryEdits> PlanAsync(Scope scope, MemoryPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edits = await plan.PlanAsync(this, scope, now, cancellationToken);
        edits.Redact(_guard.Redact);
        return edits;
    }
}
