using Microsoft.Extensions.AI;

namespace Remanence.Models.Caching;

/// <summary>A whole reply, in parts that nobody can change.</summary>
internal sealed class CachedReply
{
    private readonly string? _modelId;
    private readonly (bool Reasoning, string Text)[] _parts;

    private CachedReply(string? modelId, (bool Reasoning, string Text)[] parts)
    {
        _modelId = modelId;
        _parts = parts;
    }

    public long Bytes => _parts.Sum(part => (part.Text.Length * (long)sizeof(char)) + 64);

    /// <summary>Takes a reply that came to its own end, holds text alone, and is not empty; null for any other.</summary>
    public static CachedReply? From(ChatResponse response)
    {
        if (response.FinishReason != ChatFinishReason.Stop || response.Messages is not [var message] || string.IsNullOrWhiteSpace(message.Text))
        {
            return null;
        }

        var parts = new List<(bool, string)>();
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case TextContent text:
                    parts.Add((false, text.Text));
                    break;
                case TextReasoningContent reasoning:
                    parts.Add((true, reasoning.Text));
                    break;
                case UsageContent:
                    break;
                default:
                    return null;
            }
        }

        return new CachedReply(response.ModelId, [.. parts]);
    }

    /// <summary>The reply again, as new objects. It says nothing of usage, since nothing was used.</summary>
    public ChatResponse ToResponse()
    {
        var contents = _parts.Select(part => part.Reasoning ? (AIContent)new TextReasoningContent(part.Text) : new TextContent(part.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [.. contents])) { ModelId = _modelId, FinishReason = ChatFinishReason.Stop };
    }
}
