using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Remanence.Diagnostics;

namespace Remanence.Json;

// Members of JSON objects that others wrote: tolerant where the meaning is plain, and naming the place where it is not.
internal static class JsonMembers
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;

    // A text; null when absent or null.
    // json: the object.
    // name: the member.
    // at: the object's place.
    // Throws InvalidRequestException: it is something else.
    public static string? Text(this JsonElement json, string name, string at) => json.Member(name) is { } value ? Text(value, $"{at}.{name}") : null;

    // A text, without NUL characters, which no store keeps.
    public static string Text(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(at, "a string", value);
        }

        try
        {
            return value.GetString()!.Replace("\0", "", StringComparison.Ordinal);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidRequestException(at, $"{at} contains half of a surrogate pair: it is not valid Unicode text.", exception);
        }
    }

    // Whatever a value says, as text: a string itself, anything else its JSON.
    public static string AnyText(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value, at),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => Raw(value, at),
    };

    // A number, also one written as a string; null when absent, null, or not a number (NaN).
    public static double? Number(this JsonElement json, string name, string at)
    {
        if (json.Member(name) is not { } value)
        {
            return null;
        }

        return TryNumber(value, out var number) ? number : throw Wrong($"{at}.{name}", "a number", value);
    }

    public static bool TryNumber(JsonElement value, out double? number)
    {
        number = null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                number = Finite(value.GetDouble());
                return true;
            case JsonValueKind.True or JsonValueKind.False:
                number = value.ValueKind == JsonValueKind.True ? 1 : 0;
                return true;
            case JsonValueKind.String when TryText(value, out var text):
                text = text.Trim();
                if (text.Length == 0 || text.Equals("null", StringComparison.OrdinalIgnoreCase) || text.Equals("none", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }

                var ok = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed);
                number = ok ? Finite(parsed) : null;
                return ok || text is "inf" or "-inf";
            default:
                return value.ValueKind == JsonValueKind.Null;
        }
    }

    // An object; null when absent or null.
    public static JsonElement? Object(this JsonElement json, string name, string at) => json.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => value,
        { } value => throw Wrong($"{at}.{name}", "an object", value),
    };

    // The items of an array; none when absent or null.
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name, string at) => json.Member(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } value => value.EnumerateArray(),
        { } value => throw Wrong($"{at}.{name}", "an array", value),
    };

    // Whether objects and arrays nest deeper than this.
    public static bool IsDeeperThan(this JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.Object => depth == 0 || json.EnumerateObject().Any(member => member.Value.IsDeeperThan(depth - 1)),
        JsonValueKind.Array => depth == 0 || json.EnumerateArray().Any(item => item.IsDeeperThan(depth - 1)),
        _ => false,
    };

    public static InvalidRequestException Wrong(string at, string expected, JsonElement value) =>
        new(at, $"{at} must be {expected}, but is {Describe(value)}.");

    [return: NotNullIfNotNull(nameof(value))]
    public static string? Describe(JsonElement? value) => value is not { } json ? null : json.ValueKind switch
    {
        JsonValueKind.String => TryText(json, out var text) ? $"the string {Printable.Show(text)}" : "a broken string",
        JsonValueKind.Number => $"the number {Printable.Line(json.GetRawText())}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    private static string Raw(JsonElement value, string at)
    {
        try
        {
            return PythonJson.Write(value);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidRequestException(at, $"{at} contains half of a surrogate pair: it is not valid Unicode text.", exception);
        }
    }

    public static bool TryText(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
