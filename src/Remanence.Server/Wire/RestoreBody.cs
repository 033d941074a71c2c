using System.Text.Json;

namespace Remanence.Server.Wire;

internal static class RestoreBody
{
    public static long? Parse(JsonElement body)
    {
        long? sequence = null;
        foreach (var member in body.EnumerateObject())
        {
            sequence = member.Name == "sequence"
                ? JsonFields.IsNull(member.Value) ? null : JsonFields.LongInteger(member.Value, "sequence")
                : throw JsonFields.Unknown(member.Name, string.Empty, "sequence");
        }

        return sequence;
    }
}
