using System.Text.Json;

namespace Remanence.Server.Wire;

internal static class WorkBody
{
    private static readonly string[] Members = ["wait"];

    /// <summary>Whether the caller waits; a caller who does not say waits.</summary>
    public static bool Parse(JsonElement body)
    {
        var wait = true;
        foreach (var member in body.EnumerateObject())
        {
            wait = member.Name == "wait" ? JsonFields.Flag(member.Value, "wait") : throw JsonFields.Unknown(member.Name, string.Empty, Members);
        }

        return wait;
    }
}
