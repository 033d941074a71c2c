using Remanence.Models.Prompts;
using Remanence.Services;

namespace Remanence.Chat;

/// <summary>How a conversation uses memory.</summary>
public record ChatMemoryOptions
{
    /// <summary>What the user is called, in prompts and in the store; null: not known.</summary>
    public string? HumanName { get; init; }

    /// <summary>What the assistant is called. Default: <c>AI</c>.</summary>
    public string AssistantName { get; init; } = "AI";

    /// <summary>What the model is told to do with memories, in place of the built-in words; sent only when something is remembered. It is trusted.</summary>
    public string? MemoryPrompt { get; init; }

    /// <summary>At most so many memories go with a question, 1 to <see cref="ServiceLimits.MaxTopK"/>. Default 10.</summary>
    public int TopK { get; init; } = 10;

    /// <summary>At most so many tokens of memories, estimated. Default 2,000.</summary>
    public int MemoryTokens { get; init; } = 2_000;

    /// <summary>Whether the user's profile goes with a question, where the scope names a user. Default true.</summary>
    public bool UseProfile { get; init; } = true;

    /// <summary>At most so many tokens of profile, estimated. Default 500.</summary>
    public int ProfileTokens { get; init; } = 500;

    /// <summary>Whether what is said is remembered. Default true.</summary>
    public bool RememberResponse { get; init; } = true;

    /// <summary>The language of prompts; null: the question's.</summary>
    public PromptLanguage? Language { get; init; }

    /// <summary>A file that replaces texts of the built-in prompts, key by key (see <see cref="PromptLibrary"/>).</summary>
    public string? PromptPath { get; init; }

    /// <summary>Refuses values that cannot work.</summary>
    /// <exception cref="ArgumentException">Which one, its value and what is allowed.</exception>
    public virtual void Check()
    {
        CheckRange(nameof(TopK), TopK, ServiceLimits.MaxTopK);
        CheckRange(nameof(MemoryTokens), MemoryTokens, int.MaxValue);
        CheckRange(nameof(ProfileTokens), ProfileTokens, int.MaxValue);
        CheckName(nameof(AssistantName), AssistantName);
    }

    private protected static void CheckRange(string name, int value, int most)
    {
        if (value < 1 || value > most)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} is {value}; use 1 to {most}.");
        }
    }

    private static void CheckName(string name, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{name} is blank; give one, or leave it out.", name);
        }
    }
}
