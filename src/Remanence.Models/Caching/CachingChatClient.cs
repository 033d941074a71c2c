using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Caching;

/// <summary>
/// Answers a request that was answered before, if the model would say the same again. Only whole replies are kept; what a reader finds useless can be
/// forgotten, so that the next attempt asks anew.
/// </summary>
internal sealed class CachingChatClient(IChatClient inner, ModelProfile profile, ByteBoundedCache<CachedReply> cache) : DelegatingChatClient(inner)
{
    private readonly ReplyKeys _keys = new(profile);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var key = _keys.Of(sent, options);
        if (Find(key) is { } known)
        {
            return known.ToResponse();
        }

        var response = await base.GetResponseAsync(sent, options, cancellationToken);
        Store(key, response);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var key = _keys.Of(sent, options);
        if (Find(key) is { } known)
        {
            foreach (var update in known.ToResponse().ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in base.GetStreamingResponseAsync(sent, options, cancellationToken))
        {
            if (key is not null)
            {
                updates.Add(update);
            }

            yield return update;
        }

        if (updates.Count > 0)
        {
            Store(key, updates.ToChatResponse());
        }
    }

    /// <summary>Forgets the reply to a request.</summary>
    public void Forget(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (_keys.Of(messages, options) is { } key)
        {
            cache.Remove(key);
        }
    }

    private CachedReply? Find(ContentHash? key) => key is { } hash ? cache.Find(hash) : null;

    private void Store(ContentHash? key, ChatResponse response)
    {
        if (key is { } hash && CachedReply.From(response) is { } reply)
        {
            cache.Store(hash, reply, reply.Bytes);
        }
    }
}
