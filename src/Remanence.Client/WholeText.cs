using System.Globalization;
using Remanence.Services;

namespace Remanence.Client;

/// <summary>Refuses text that no JSON can carry: writing half a surrogate pair would quietly make it another character.</summary>
internal static class WholeText
{
    public static void Check(MemorizeRequest request)
    {
        Check("user_id", request.UserId);
        Check("agent_id", request.AgentId);
        Check("session_id", request.SessionId);
        for (var i = 0; i < request.Messages?.Count; i++)
        {
            if (request.Messages[i] is not { } message)
            {
                continue;
            }

            if (IsWhole(message.Content) && IsWhole(message.Id) && IsWhole(message.Name) && IsWhole(message.Role))
            {
                continue;
            }

            var at = "messages[" + i.ToString(CultureInfo.InvariantCulture) + "].";
            Check(at + "content", message.Content);
            Check(at + "id", message.Id);
            Check(at + "name", message.Name);
            Check(at + "role", message.Role);
        }
    }

    public static void Check(MemoryPatch patch)
    {
        Check("content", patch.Content);
        Check("trigger", patch.Trigger);
        Check("reason", patch.Reason);
        foreach (var keyword in patch.Keywords ?? [])
        {
            Check("keywords", keyword);
        }
    }

    public static void Check(string field, string? text)
    {
        if (!IsWhole(text))
        {
            throw new InvalidRequestException(field, $"{field} contains half of a surrogate pair: it is not valid Unicode text.");
        }
    }

    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        int at;
        while ((at = text.IndexOfAnyInRange('\ud800', '\udfff')) >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
        }

        return true;
    }
}
