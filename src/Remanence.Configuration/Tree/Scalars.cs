using System.Globalization;
using System.Text.Json;

namespace Remanence.Configuration.Tree;

/// <summary>Texts into values, in ReMe's order: truth value, null, whole number, number, text.</summary>
internal static class Scalars
{
    private const int MaxDigits = 40;

    public static bool IsNull(string text, ScalarForm form) => form switch
    {
        ScalarForm.Yaml => text.Length == 0 || text == "~" || Is(text, "null"),
        ScalarForm.Argument => Is(text, "null") || Is(text, "none"),
        _ => false,
    };

    public static void Write(Utf8JsonWriter writer, string text, ScalarForm form)
    {
        if (form == ScalarForm.Text)
        {
            writer.WriteStringValue(text);
        }
        else if (Is(text, "true") || Is(text, "false"))
        {
            writer.WriteBooleanValue(Is(text, "true"));
        }
        else if (IsNull(text, form))
        {
            writer.WriteNullValue();
        }
        else if (WholeNumber(text) is { } whole)
        {
            writer.WriteRawValue(whole);
        }
        else if (Number(text) is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    // However large: what a number may be is for its reader to say. JSON knows neither a plus sign nor leading zeros.
    private static string? WholeNumber(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        if (digits.Length is 0 or > MaxDigits || text.Length - digits.Length > 1 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var plain = digits.TrimStart('0');
        return plain.IsEmpty ? "0" : (text[0] == '-' ? "-" : string.Empty) + plain.ToString();
    }

    private static double? Number(string text) =>
        text.AsSpan().ContainsAny(".eE")
        && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
