using Remanence.Services;

namespace Remanence.Cli.Chat;

/// <summary>What a slash command answers, for people and as JSON.</summary>
internal sealed record SlashAnswer
{
    /// <summary>Nothing to say, the conversation ends.</summary>
    public static SlashAnswer Leave { get; } = new() { Leaves = true };

    /// <summary>Sentences.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Lines about the user.</summary>
    public UserProfile? Profile { get; init; }

    /// <summary>Memories found, with their scores.</summary>
    public IReadOnlyList<RetrievedMemory> Found { get; init; } = [];

    /// <summary>Memories listed.</summary>
    public IReadOnlyList<MemoryGroup> Groups { get; init; } = [];

    /// <summary>Whether the conversation ends.</summary>
    public bool Leaves { get; init; }

    public static SlashAnswer Say(params IReadOnlyList<string> lines) => new() { Lines = lines };
}
