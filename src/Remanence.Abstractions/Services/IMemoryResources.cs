using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores;

namespace Remanence.Services;

/// <summary>What memories came from: documents, and conversations with their messages.</summary>
public interface IMemoryResources
{
    /// <summary>Keeps a document and makes memories of its passages.</summary>
    /// <param name="workspace">The workspace; created when new.</param>
    /// <param name="request">The document.</param>
    /// <param name="cancellationToken">Stops it; nothing or everything is stored.</param>
    Task<MemorizeResult> AddResourceAsync(string workspace, ResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>A resource.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The resource.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Resource> GetResourceAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of resources, their texts left out.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Page<Resource>> ListResourcesAsync(PageQuery query, CancellationToken cancellationToken = default);

    /// <summary>A page of a conversation's messages.</summary>
    /// <param name="resourceId">The conversation.</param>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Page<StoredMessage>> ListMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken = default);
}
