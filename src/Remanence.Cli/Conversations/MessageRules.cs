using Remanence.Messages;
using Remanence.Services;

namespace Remanence.Cli.Conversations;

/// <summary>
/// What the service will refuse, found before the first batch is stored: a service refuses a call as a whole, and a file may take several calls.
/// </summary>
internal static class MessageRules
{
    private static readonly string[] Roles = ["user", "assistant", "system", "tool"];

    public static void Check(Message message, string where)
    {
        if (string.IsNullOrWhiteSpace(message.Content))
        {
            throw new UsageException($"{where} has no text.");
        }

        if (message.Content.Length > ServiceLimits.MaxMessageLength)
        {
            throw new UsageException($"{where} has {message.Content.Length} characters; at most {ServiceLimits.MaxMessageLength} are allowed.");
        }

        if (!Roles.Contains(message.Role, StringComparer.Ordinal))
        {
            throw new UsageException($"{where} has the role \"{message.Role}\"; the roles are {string.Join(", ", Roles)}.");
        }

        CheckName(message.Id, "id", where);
        CheckName(message.Name, "name", where);
    }

    private static void CheckName(string? value, string member, string where)
    {
        if (value is not null && (string.IsNullOrWhiteSpace(value) || value.Length > ServiceLimits.MaxIdLength))
        {
            throw new UsageException($"{where} has an empty or too long {member}; give 1 to {ServiceLimits.MaxIdLength} characters, or leave it out.");
        }
    }
}
