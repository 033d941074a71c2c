using System.Globalization;
using Remanence.Messages;

namespace Remanence.PersonalMemory.Facts;

/// <summary>
/// By which a message is known again when it comes a second time under other ids: who spoke, what was said, and when, where the sender gave the time.
/// </summary>
internal static class SaidKey
{
    private const int Length = 16;

    public static string Of(Message message, DateTimeOffset? givenTime) => Identifiers.From(
        "said", message.Role, message.Name, message.Content, givenTime?.UtcTicks.ToString(CultureInfo.InvariantCulture))[..Length];
}
