namespace Remanence.Chat;

/// <summary>What is different for one question.</summary>
public sealed record ChatTurnOptions
{
    /// <summary>In place of <see cref="MemoryChatOptions.SystemPrompt"/>.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>In place of <see cref="ChatMemoryOptions.MemoryPrompt"/>.</summary>
    public string? MemoryPrompt { get; init; }

    /// <summary>Memories that hold for this question alone; they are not stored. Quoted like all memories.</summary>
    public IReadOnlyList<string> TemporaryMemories { get; init; } = [];

    /// <summary>In place of <see cref="MemoryChatOptions.History"/>.</summary>
    public ChatHistory? History { get; init; }

    /// <summary>In place of <see cref="ChatMemoryOptions.RememberResponse"/>.</summary>
    public bool? RememberResponse { get; init; }

    /// <summary>
    /// Names the question. Asked again with the same name, text and <see cref="Time"/>, it is stored once. At most 200 characters; null: a new name.
    /// </summary>
    public string? TurnId { get; init; }

    /// <summary>When it was said; null: now, or with a <see cref="TurnId"/> when it is first stored.</summary>
    public DateTimeOffset? Time { get; init; }
}
