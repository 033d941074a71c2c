using System.Collections.Concurrent;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Text.Tokens;

namespace Remanence.PersonalMemory.Profiles;

/// <summary>
/// Reads the portrait of a user: what is remembered about them, most telling first, within a prompt's room. A portrait is kept until the workspace changes.
/// Thread-safe.
/// </summary>
/// <param name="store">The engine's store.</param>
public sealed class ProfileReader(MemoryStore store)
{
    private const int DefaultTokens = 500;
    private const int MaxKept = 1_000;
    private static readonly MemoryFilter About = new MemoryFilter.And(
    [
        new MemoryFilter.Kind([MemoryKinds.Observation, MemoryKinds.Insight, MemoryKinds.Profile]),
        new MemoryFilter.Status([MemoryStatus.Active]),
    ]);

    private static readonly MemoryFilter Said = new MemoryFilter.And([
        new MemoryFilter.Kind([MemoryKinds.Message]),
        new MemoryFilter.Status([MemoryStatus.Active]),
    ]);

    // Enough to know somebody by; who has more has them consolidated.
    private const int MostMessages = 10_000;
    private readonly ConcurrentDictionary<Scope, Portrait> _portraits = new();

    /// <summary>Reads it.</summary>
    /// <param name="scope">Whose; it must name a user.</param>
    /// <param name="maxTokens">Its room; null: 500.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InvalidRequestException">The scope names no user.</exception>
    public async Task<UserProfile> ReadAsync(Scope scope, int? maxTokens, CancellationToken cancellationToken)
    {
        RequestRules.CheckProfile(scope, maxTokens);
        return Fit(await PortraitAsync(scope, cancellationToken), maxTokens ?? DefaultTokens);
    }

    private static UserProfile Fit(Portrait portrait, int budget)
    {
        var items = new List<ProfileItem>();
        var lines = new List<string>();
        var tokens = 0;
        foreach (var item in portrait.Items)
        {
            // A long line does not keep out the short ones after it.
            var line = InertText.Of(item.Text);
            var cost = TokenEstimate.Of(line) + 1;
            if (tokens + cost <= budget)
            {
                tokens += cost;
                items.Add(item);
                lines.Add(line);
            }
        }

        return new UserProfile { Text = string.Join('\n', lines), Items = items, Tokens = tokens, Mode = portrait.Mode };
    }

    private async Task<Portrait> PortraitAsync(Scope scope, CancellationToken cancellationToken)
    {
        // Read before the memories: what changes between is seen the next time.
        var sequence = (await store.GetWorkspaceAsync(scope.Workspace, cancellationToken))?.Sequence ?? 0;
        if (_portraits.TryGetValue(scope, out var kept) && kept.Sequence == sequence)
        {
            return kept;
        }

        var known = await ReadAsync(scope, About, cancellationToken).ToListAsync(cancellationToken);
        var portrait = Portrait.Of(
            sequence,
            known.Count > 0 ? known : PlainFacts.Of(await ReadAsync(scope, Said, cancellationToken).Take(MostMessages).ToListAsync(cancellationToken)));
        if (_portraits.Count >= MaxKept)
        {
            _portraits.Clear();
        }

        _portraits[scope] = portrait;
        return portrait;
    }

    // What the whole workspace shares is not about this user.
    private IAsyncEnumerable<Memory> ReadAsync(Scope scope, MemoryFilter filter, CancellationToken cancellationToken) =>
        store.AllAsync(scope, filter, cancellationToken).Where(memory => memory.Scope.User == scope.User);
}
