using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace Remanence.Models.Calls;

/// <summary>
/// A provider's chat client behind the policies of its profile; tells the profile and how it does structured output to whoever asks for these services.
/// </summary>
internal sealed class ModelChatClient(IChatClient inner, ModelProfile profile, CallPipeline pipeline) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        return pipeline.RunAsync(Call(sent, options), token => InnerClient.GetResponseAsync(sent, options, token), cancellationToken);
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        return pipeline.StreamAsync(Call(sent, options), token => InnerClient.GetStreamingResponseAsync(sent, options, token), cancellationToken);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ModelProfile) ? profile : base.GetService(serviceType, serviceKey);

    private ModelCall Call(IReadOnlyCollection<ChatMessage> messages, ChatOptions? options) => new(profile, "chat", () => CallText.Estimate(messages, options));
}
