using System.Runtime.CompilerServices;
using Remanence.Ingest;
using Remanence.Memories;
using Remanence.Privacy.Forgotten;
using Remanence.Retrieval;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Editing;

/// <summary>What operators see of the engine: search, read, edit. Thread-safe.</summary>
internal sealed class MemoryAccess(MemoryStore store, Retriever retriever, Committer committer, TimeProvider time)
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
    public async Task<IReadOnlyList<ScoredMemory>> SearchAsync(Scope scope, string query, int topK, IReadOnlyList<string>? kinds, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return [];
        }

        var request = new RetrieveRequest
        {
            Query = ReMe.Formats.ShortText.CutMiddle(query.Replace("\0", "", StringComparison.Ordinal), ServiceLimits.MaxQueryLength),
            TopK = topK,
            Kinds = kinds,
            UserId = scope.User,
            AgentId = scope.Agent,
            SessionId = scope.Session,
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
    public async IAsyncEnumerable<Memory> ListAsync(Scope scope, MemoryFilter? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        string? cursor = null;
        do
        {
            var page = await store.QueryAsync(new MemoryQuery { Scope = scope, Filter = Tombstones.Hide(filter), Cursor = cursor, Limit = ServiceLimits.MaxPage }, cancellationToken);
            foreach (var memory in page.Items)
            {
                yield return memory;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

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
        return _editor.EditAsync(scope.Workspace, plan.Actor, (now, token) => plan.PlanAsync(this, scope, now, token), cancellationToken);
    }
}
