using Microsoft.Extensions.AI;

namespace Remanence.Chat;

/// <summary>How a <see cref="MemoryChat"/> talks.</summary>
public sealed record MemoryChatOptions : ChatMemoryOptions
{
    /// <summary>Who the model is, in place of the built-in words, which hold the date, the weekday and the time. It is trusted.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>What of the session goes with a question. Default <see cref="ChatHistory.Auto"/>.</summary>
    public ChatHistory History { get; init; } = ChatHistory.Auto;

    /// <summary>At most so many tokens of history, estimated. Default 4,000.</summary>
    public int HistoryTokens { get; init; } = 4_000;

    /// <summary>What else the model is asked with, such as a temperature; cloned for each question.</summary>
    public ChatOptions? ChatOptions { get; init; }

    /// <inheritdoc/>
    public override void Check()
    {
        base.Check();
        CheckRange(nameof(HistoryTokens), HistoryTokens, int.MaxValue);
    }
}
