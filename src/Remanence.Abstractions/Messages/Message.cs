namespace Remanence.Messages;

/// <summary>One message of a conversation, as its sender gives it.</summary>
public sealed record Message
{
    /// <summary>The sender's own id for it; the same id, text and time in the same scope is the same message.</summary>
    public string? Id { get; init; }

    /// <summary><c>user</c>, <c>assistant</c>, <c>system</c> or <c>tool</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The speaker's name.</summary>
    public string? Name { get; init; }

    /// <summary>What was said.</summary>
    public required string Content { get; init; }

    /// <summary>When it was said; null: not known.</summary>
    public DateTimeOffset? Time { get; init; }
}
