namespace Remanence.Chat;

/// <summary>
/// How much of a session is said again to the model, word for word. It is read from the store, so that a conversation goes on after a restart.
/// </summary>
public sealed record ChatHistory
{
    private ChatHistory(int? pairs) => Pairs = pairs;

    /// <summary>
    /// The newest questions and answers of the session that fit into <see cref="MemoryChatOptions.HistoryTokens"/>. What is older comes back as memories.
    /// </summary>
    public static ChatHistory Auto { get; } = new((int?)null);

    /// <summary>Nothing.</summary>
    public static ChatHistory None { get; } = new(0);

    /// <summary>At most so many questions, each with its answer; null: no such bound.</summary>
    public int? Pairs { get; }

    /// <summary>The last questions with their answers, as far as they fit into <see cref="MemoryChatOptions.HistoryTokens"/>.</summary>
    /// <param name="pairs">At most so many; 0 is <see cref="None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static ChatHistory LastPairs(int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        return new ChatHistory(pairs);
    }
}
