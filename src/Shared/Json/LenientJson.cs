using System.Text.Json;

namespace Remanence.Json;

// JSON as Python programs send it: NaN, Infinity and -Infinity stand where a number may, which JSON does not know. They become the strings of
// those names, which readers of numbers understand.
internal static class LenientJson
{
    // Responses nest a little deeper than what they are made of, and writers of JSON stop at 64.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 56 };

    private static readonly string[] Words = ["-Infinity", "Infinity", "NaN"];

    // Throws JsonException: it is not JSON either way.
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(HasWords(text) ? Quote(text) : text, Options);
        return document.RootElement.Clone();
    }

    private static bool HasWords(string text) => text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal);

    private static string Quote(string text)
    {
        var quoted = new System.Text.StringBuilder(text.Length + 16);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (inString)
            {
                quoted.Append(text[i]);
                if (text[i] == '\\' && i + 1 < text.Length)
                {
                    quoted.Append(text[++i]);
                }
                else if (text[i] == '"')
                {
                    inString = false;
                }
            }
            else if (WordAt(text, i) is { } word)
            {
                quoted.Append('"').Append(word).Append('"');
                i += word.Length - 1;
            }
            else
            {
                inString = text[i] == '"';
                quoted.Append(text[i]);
            }
        }

        return quoted.ToString();
    }

    private static string? WordAt(string text, int at) =>
        text[at] is '-' or 'I' or 'N' ? Words.FirstOrDefault(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0) : null;
}
