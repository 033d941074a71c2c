using Remanence.Messages;

namespace Remanence.Ingest.Times;

/// <summary>When the messages of a conversation were said, where not every sender tells.</summary>
public static class SaidTimes
{
    /// <summary>
    /// One time a message, in their order: its own; without one, that of the one before it; before the first that has one, that of the first; where none has
    /// one, the moment at which the conversation came.
    /// </summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="came">When it came.</param>
    public static IReadOnlyList<DateTimeOffset> Of(IReadOnlyList<Message> messages, DateTimeOffset came)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var said = messages.Select(message => message.Time).FirstOrDefault(time => time is not null) ?? came;
        return [.. messages.Select(message => said = message.Time ?? said)];
    }
}
