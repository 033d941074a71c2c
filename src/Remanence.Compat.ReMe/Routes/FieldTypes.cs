using System.Globalization;
using System.Text.Json;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>
/// The types of a flow's fields, as lenient as pydantic: numbers and booleans are also taken as text, and each other where nothing is lost. What was taken is
/// handed on in its plain form.
/// </summary>
internal static class FieldTypes
{
    private static readonly string[] Truths = ["true", "t", "yes", "y", "on", "1"];
    private static readonly string[] Untruths = ["false", "f", "no", "n", "off", "0"];

    private delegate (JsonElement Taken, (string Type, string Message)? Fault) Reader(JsonElement value);

    /// <summary>Reads a value of a type of <c>input_schema</c>.</summary>
    public static (JsonElement Taken, (string Type, string Message)? Fault) Read(string type, JsonElement value)
    {
        Reader read = type switch
        {
            "integer" => Integer,
            "number" => Number,
            "boolean" => Boolean,
            "array" => json => Of(json, JsonValueKind.Array, "list_type", "Input should be a valid list"),
            "object" => json => Of(json, JsonValueKind.Object, "dict_type", "Input should be a valid dictionary"),
            _ => json => Of(json, JsonValueKind.String, "string_type", "Input should be a valid string"),
        };
        return read(value);
    }

    private static (JsonElement Taken, (string Type, string Message)? Fault) Of(JsonElement value, JsonValueKind kind, string type, string message) =>
        (value, value.ValueKind == kind ? null : (type, message));

    private static (JsonElement Taken, (string Type, string Message)? Fault) Integer(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return (Written(value.GetBoolean() ? 1L : 0L), null);
            case JsonValueKind.Number when value.TryGetInt64(out _):
                return (value, null);
            case JsonValueKind.Number when value.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue:
                return (Written((long)number), null);
            case JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) && Math.Floor(number) != number:
                return (value, ("int_from_float", "Input should be a valid integer, got a number with a fractional part"));
            case JsonValueKind.Number:
                return (value, ("int_parsing_size", "Input should be a valid integer of at most 64 bits"));
            case JsonValueKind.String
                when decimal.TryParse(value.GetString(), NumberStyles.Integer | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    && decimal.IsInteger(number)
                    && number is >= long.MinValue and <= long.MaxValue:
                return (Written((long)number), null);
            case JsonValueKind.String:
                return (value, ("int_parsing", "Input should be a valid integer, unable to parse string as an integer"));
            default:
                return (value, ("int_type", "Input should be a valid integer"));
        }
    }

    private static (JsonElement Taken, (string Type, string Message)? Fault) Number(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return (Written(value.GetBoolean() ? 1L : 0L), null);
            case JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number):
                return (value, null);
            case JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return double.IsFinite(number) ? (JsonElement.Parse(number.ToString("R", CultureInfo.InvariantCulture)), null) : (value, Infinite());
            case JsonValueKind.Number:
                return (value, Infinite());
            case JsonValueKind.String:
                return (value, ("float_parsing", "Input should be a valid number, unable to parse string as a number"));
            default:
                return (value, ("float_type", "Input should be a valid number"));
        }
    }

    private static (JsonElement Taken, (string Type, string Message)? Fault) Boolean(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return (value, null);
            case JsonValueKind.Number when value.TryGetDouble(out var number) && number is 0 or 1:
                return (Written(number == 1), null);
            case JsonValueKind.String when Truths.Contains(value.GetString(), StringComparer.OrdinalIgnoreCase):
                return (Written(true), null);
            case JsonValueKind.String when Untruths.Contains(value.GetString(), StringComparer.OrdinalIgnoreCase):
                return (Written(false), null);
            case JsonValueKind.Number or JsonValueKind.String:
                return (value, ("bool_parsing", "Input should be a valid boolean, unable to interpret input"));
            default:
                return (value, ("bool_type", "Input should be a valid boolean"));
        }
    }

    private static (string Type, string Message)? Infinite() => ("finite_number", "Input should be a finite number");

    private static JsonElement Written(long number) => JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture));

    private static JsonElement Written(bool truth) => JsonElement.Parse(truth ? "true" : "false");
}
