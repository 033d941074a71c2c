using Remanence.Cli.Errors;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Services.Rules;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>
/// What the service will refuse, found before the first batch is stored: a service refuses a call as a whole, and a file may take several calls.
/// </summary>
internal static class MessageRules
{
    private static readonly string[] Roles = ["user", "assistant", "system", "tool"];

    public static void Check(Message message, string where)
    {
        if (!Roles.Contains(message.Role, StringComparer.Ordinal))
        {
            throw new UsageException($"{where} has the role \"{message.Role}\"; the roles are {string.Join(", ", Roles)}.");
        }

        try
        {
            RequestRules.CheckMessages(new MemorizeRequest { Messages = [message] });
        }
        catch (InvalidRequestException e)
        {
            throw new UsageException($"{where}: {e.Message.Replace("messages[0].", string.Empty, StringComparison.Ordinal)}", e);
        }
    }

    /// <summary>The role that a word stands for, also where other programs call it by another name; null: it stands for none.</summary>
    public static string? RoleOf(string word) => word.ToLowerInvariant() switch
    {
        "human" or "me" => "user",
        "ai" or "bot" or "model" => "assistant",
        "developer" => "system",
        "function" => "tool",
        var role => Roles.Contains(role, StringComparer.Ordinal) ? role : null,
    };
}
