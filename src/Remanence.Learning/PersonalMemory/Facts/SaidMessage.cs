using Remanence.Ingest.Times;
using Remanence.Messages;

namespace Remanence.PersonalMemory.Facts;

/// <summary>A message of a conversation as facts refer to it.</summary>
/// <param name="Stored">The message, with the time at which it was said.</param>
/// <param name="Key">By which it is known again (<see cref="SaidKey"/>).</param>
/// <param name="Came">When its conversation came.</param>
internal sealed record SaidMessage(StoredMessage Stored, string Key, DateTimeOffset Came)
{
    /// <summary>The messages of one conversation, in their order.</summary>
    /// <param name="conversation">As they were sent.</param>
    /// <param name="came">When the conversation came.</param>
    public static IReadOnlyList<SaidMessage> Of(IReadOnlyList<StoredMessage> conversation, DateTimeOffset came)
    {
        var times = SaidTimes.Of([.. conversation.Select(stored => stored.Message)], came);
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. conversation.Select(
                (stored, i) => new SaidMessage(stored with { Message = stored.Message with { Time = times[i] } }, KeyOf(stored.Message, times[i]), came)),
        ];

        // What is said twice in one conversation was said twice, and the whole conversation is known again all the same.
        string KeyOf(Message message, DateTimeOffset said)
        {
            var key = SaidKey.Of(message, said);
            var before = told.GetValueOrDefault(key);
            told[key] = before + 1;
            return before == 0 ? key : SaidKey.Again(key, before);
        }
    }
}
