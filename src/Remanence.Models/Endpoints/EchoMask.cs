using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Remanence.Models.Endpoints;

/// <summary>
/// Takes out of an error text what it repeats of the request: a key, or a stretch of the conversation. Endpoints like to quote what they refuse.
/// </summary>
public static partial class EchoMask
{
    private const int Window = 12;
    private const int Longest = 2000;
    private const char Masked = '\uFFFC';

    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal)
    {
        "content", "text", "input", "query", "documents", "texts", "system", "arguments", "refusal", "reasoning_content",
    };

    /// <summary>The text on one line, cut to 2,000 characters, with what it repeats of the key or of the request's body masked.</summary>
    public static string Apply(string text, string? key, ReadOnlyMemory<byte> request)
    {
        var characters = text.Length > Longest ? text[..Longest] : text;
        if (key is { Length: > 0 })
        {
            characters = characters.Replace(key, "…", StringComparison.Ordinal);
        }

        characters = Key().Replace(characters, "…");
        return Collapse(Mask(characters, Texts(request)));
    }

    private static char[] Mask(string text, List<string> texts)
    {
        var masked = text.ToCharArray();
        foreach (var spoken in texts)
        {
            var window = Math.Min(Window, spoken.Length);
            for (var i = 0; i + window <= text.Length; i++)
            {
                if (spoken.AsSpan().IndexOf(text.AsSpan(i, window), StringComparison.Ordinal) >= 0)
                {
                    masked.AsSpan(i, window).Fill(Masked);
                }
            }
        }

        return masked;
    }

    private static string Collapse(ReadOnlySpan<char> masked)
    {
        var builder = new StringBuilder(masked.Length);
        for (var i = 0; i < masked.Length; i++)
        {
            if (masked[i] != Masked)
            {
                builder.Append(masked[i]);
            }
            else if (i == 0 || masked[i - 1] != Masked)
            {
                builder.Append('…');
            }
        }

        return builder.ToString();
    }

    private static List<string> Texts(ReadOnlyMemory<byte> request)
    {
        var texts = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(request);
            Collect(document.RootElement, spoken: false, texts);
        }
        catch (JsonException)
        {
            // Not JSON: a recording, which no error text repeats.
        }

        return texts;
    }

    private static void Collect(JsonElement element, bool spoken, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when spoken && element.GetString() is { } text && text.Trim().Length > 2:
                texts.Add(text.Trim());
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, spoken, texts);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, Spoken.Contains(property.Name), texts);
                }

                break;
        }
    }

    [GeneratedRegex(@"\b(sk|key|pk)-[\w*.…-]{4,}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
