using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Remanence.Json;

// JSON as Python's json.dumps writes it: ", " and ": " between parts. ReMe's files and hashes are made of such text, so that the same
// value must give the same bytes. Numbers keep the digits that they came with.
internal static class PythonJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    // value: the value.
    // ascii: whether everything beyond printable ASCII is escaped (ensure_ascii).
    public static string Write(JsonElement value, bool ascii = false)
    {
        var text = new StringBuilder();
        Append(text, value, ascii, canonical: false);
        return text.ToString();
    }

    // What json.dumps(json.loads(text), sort_keys=True) gives: ASCII, members by name, each once, numbers as Python knows them.
    public static string WriteCanonical(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, ascii: true, canonical: true);
        return text.ToString();
    }

    // A double as Python's repr writes it, 0.0 and 1e-07; those that JSON does not have are written as 0.0.
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return "0.0";
        }

        var digits = value.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits.AsSpan(digits.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (value == 0 || exponent is >= -4 and < 16)
        {
            var plain = shortest.Contains('E', StringComparison.Ordinal)
                ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
                : shortest;
            return plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0";
        }

        var mantissa = shortest.Contains('E', StringComparison.Ordinal) ? shortest[..shortest.IndexOf('E', StringComparison.Ordinal)] : Mantissa(shortest);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static void Append(StringBuilder text, JsonElement value, bool ascii, bool canonical)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendObject(text, value, ascii, canonical);
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(first ? "" : ", ");
                    first = false;
                    Append(text, item, ascii, canonical);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendString(text, value.GetString()!, ascii);
                break;
            case JsonValueKind.Number when canonical:
                text.Append(CanonicalNumber(value));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static string CanonicalNumber(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? Number(value.GetDouble()) : raw == "-0" ? "0" : raw;
    }

    private static void AppendObject(StringBuilder text, JsonElement value, bool ascii, bool canonical)
    {
        IEnumerable<JsonProperty> members = value.EnumerateObject();
        if (canonical)
        {
            members = members.Reverse().DistinctBy(member => member.Name, StringComparer.Ordinal).OrderBy(member => member.Name, CodePointOrder.Instance);
        }

        text.Append('{');
        var first = true;
        foreach (var member in members)
        {
            text.Append(first ? "" : ", ");
            first = false;
            AppendString(text, member.Name, ascii);
            text.Append(": ");
            Append(text, member.Value, ascii, canonical);
        }

        text.Append('}');
    }

    public static void AppendString(StringBuilder text, ReadOnlySpan<char> value, bool ascii)
    {
        text.Append('"');
        if (!ascii && !value.ContainsAny(Escaped))
        {
            text.Append(value).Append('"');
            return;
        }

        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case < ' ':
                case > '~' when ascii:
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }

    // "12300000000000000" is 1.23 with an exponent.
    private static string Mantissa(string plain)
    {
        var sign = plain[0] == '-' ? "-" : "";
        var digits = plain.AsSpan(sign.Length).TrimEnd('0');
        return digits.Length == 1 ? $"{sign}{digits}" : $"{sign}{digits[0]}.{digits[1..]}";
    }

    // Python orders strings by code point, .NET's ordinal comparison by UTF-16 unit; they differ above the surrogates.
    private sealed class CodePointOrder : IComparer<string>
    {
        public static CodePointOrder Instance { get; } = new();

        public int Compare(string? x, string? y)
        {
            var left = (x ?? "").EnumerateRunes();
            var right = (y ?? "").EnumerateRunes();
            while (left.MoveNext())
            {
                if (!right.MoveNext())
                {
                    return 1;
                }

                if (left.Current.CompareTo(right.Current) is not 0 and var difference)
                {
                    return difference;
                }
            }

            return right.MoveNext() ? -1 : 0;
        }
    }
}
