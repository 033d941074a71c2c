using System.Text.Json;

namespace Remanence.Mcp.Schemas;

/// <summary>Refuses arguments that something later would stumble over: texts that are none, and nesting that no answer could carry.</summary>
internal static class ArgumentText
{
    private const int MaxDepth = 32;

    /// <exception cref="InvalidRequestException">An argument is such a one.</exception>
    public static void Check(IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        foreach (var (name, value) in arguments)
        {
            Check(value, name, 1);
        }
    }

    private static void Check(JsonElement value, string field, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidRequestException(field, $"{field} nests deeper than {MaxDepth} levels; send it flatter.");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(() => value.GetString(), field);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Check(item, field, depth + 1);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    CheckText(() => member.Name, field);
                    Check(member.Value, field, depth + 1);
                }

                break;
        }
    }

    // An escape such as \ud800 without its other half passes the parser and throws where it is first looked at.
    private static void CheckText(Func<string?> read, string field)
    {
        try
        {
            _ = read();
        }
        catch (InvalidOperationException)
        {
            throw new InvalidRequestException(field, $"{field} holds half of a surrogate pair, such as \\ud800; send whole characters.");
        }
    }
}
