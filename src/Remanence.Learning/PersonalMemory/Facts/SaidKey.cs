using System.Globalization;
using Remanence.Messages;

namespace Remanence.PersonalMemory.Facts;

/// <summary>
/// By which a message is known again when it comes a second time under other ids: who spoke, what was said, and when: the time that its sender gave, or else
/// the day on which it was said, so that what is said again much later counts as said again.
/// </summary>
internal static class SaidKey
{
    private const int Length = 16;

    /// <param name="message">The message as it was sent.</param>
    /// <param name="said">When it was said as far as is known; its day is used where the sender gave no time.</param>
    public static string Of(Message message, DateTimeOffset said) =>
        Identifiers.From(
            "said",
            message.Role,
            message.Name,
            message.Content,
            message.Time is { } time
                ? time.UtcTicks.ToString(CultureInfo.InvariantCulture)
                : said.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        )[..Length];

    /// <summary>The key of a message that says once more what others of its conversation said.</summary>
    /// <param name="key">Their key.</param>
    /// <param name="before">How many they are.</param>
    public static string Again(string key, int before) => Identifiers.From(key, before.ToString(CultureInfo.InvariantCulture))[..Length];
}
