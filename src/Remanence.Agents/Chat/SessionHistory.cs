using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Text.Tokens;

namespace Remanence.Chat;

/// <summary>Reads what was said in a session, out of the store. What was forgotten since is not said again.</summary>
internal sealed class SessionHistory(MemoryService memory, Scope scope)
{
    private const string User = "user";
    private const string Assistant = "assistant";
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>The newest messages, oldest first, beginning with a question.</summary>
    public async Task<IReadOnlyList<Memory>> ReadAsync(ChatHistory history, int maxTokens, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (history.Pairs == 0)
        {
            return [];
        }

        // Lists go from the oldest on: most often the last day is enough of a long session.
        var recent = await ListAsync(now - Recent, cancellationToken);
        var (kept, all) = Cut(recent, history, maxTokens);
        return all ? Cut(await ListAsync(since: null, cancellationToken), history, maxTokens).Kept : kept;
    }

    private static (IReadOnlyList<Memory> Kept, bool All) Cut(List<Memory> messages, ChatHistory history, int maxTokens)
    {
        var start = messages.Count;
        var pairs = 0;
        long tokens = 0;
        for (var i = messages.Count - 1; i >= 0; i--)
        {
            tokens += TokenEstimate.Of(messages[i].Content);
            if (tokens > maxTokens || pairs == history.Pairs)
            {
                return (messages[start..], false);
            }

            if (messages[i].Role == User)
            {
                start = i;
                pairs++;
            }
        }

        return (messages[start..], true);
    }

    private async Task<List<Memory>> ListAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        List<MemoryFilter> conditions = [new MemoryFilter.Kind([MemoryKinds.Message]), new MemoryFilter.Status([MemoryStatus.Active])];
        if (since is not null)
        {
            conditions.Add(new MemoryFilter.Time(MemoryTimeField.Recorded, since, To: null));
        }

        var messages = new List<Memory>();
        var query = new MemoryQuery { Scope = scope, Filter = new MemoryFilter.And(conditions), Limit = ServiceLimits.MaxPage };
        do
        {
            var page = await memory.ListAsync(query, cancellationToken);

            // What all sessions share was not said in this one.
            messages.AddRange(page.Items.Where(message => message.Scope == scope && message.Role is User or Assistant));
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return messages;
    }
}
