using System.Globalization;
using Remanence.Services;

namespace Remanence.Client;

/// <summary>Refuses what no JSON can carry: half a surrogate pair, which writing would quietly make another character, and a number that is none.</summary>
internal static class Representable
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
        Check(patch.Keywords);
        Check(patch.Score);
    }

    public static void Check(AddMemoryRequest request)
    {
        Check("content", request.Content);
        Check("kind", request.Kind);
        Check("trigger", request.Trigger);
        Check("user_id", request.UserId);
        Check("agent_id", request.AgentId);
        Check("session_id", request.SessionId);
        Check(request.Keywords);
        Check(request.Score);
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

    private static void Check(IReadOnlyList<string>? keywords)
    {
        foreach (var keyword in keywords ?? [])
        {
            Check("keywords", keyword);
        }
    }

    private static void Check(double? score)
    {
        if (score is { } number && !double.IsFinite(number))
        {
            throw new InvalidRequestException("score", $"score is {number}; use 0 to 1.");
        }
    }
}
