namespace Remanence.Messages;

/// <summary>A message at its place in the resource that holds it.</summary>
public sealed record StoredMessage
{
    /// <summary>The conversation.</summary>
    public required string ResourceId { get; init; }

    /// <summary>Its place in the conversation, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The message; its id is never null.</summary>
    public required Message Message { get; init; }
}
