using System.Text;

namespace Remanence.Models.Structured;

/// <summary>
/// Finds JSON in what a model wrote: alone, in a fence, between prose, after its reasoning. Never fails, and takes time in proportion to the text.
/// </summary>
internal static class JsonFinder
{
    // A reply with more false beginnings than this is not worth a longer search.
    private const int MaxBeginnings = 256;
    private const int MaxDepth = 64;
    private static readonly string[] Thoughts = ["</think>", "</thinking>", "</reasoning>"];

    /// <summary>
    /// Groups of texts that may be the wanted value, the best group first: the whole reply; the objects and lists after the reasoning; those anywhere. Within a
    /// group they are in the reply's order.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Find(string reply)
    {
        var whole = WithoutFence(reply.Trim());
        yield return [whole];
        var answer = AfterReasoning(whole);
        if (answer.Length < whole.Length)
        {
            yield return [WithoutFence(answer)];
            yield return Values(answer);
        }

        yield return Values(whole);
    }

    /// <summary>The same text, with line breaks and other control characters within its strings written as JSON wants them.</summary>
    public static string EscapeControls(string json)
    {
        var result = new StringBuilder(json.Length + 16);
        var inString = false;
        var escaped = false;
        foreach (var c in json)
        {
            if (inString && c < ' ')
            {
                result.Append($"\\u{(int)c:x4}");
                escaped = false;
                continue;
            }

            if (c == '"' && !escaped)
            {
                inString = !inString;
            }

            escaped = inString && c == '\\' && !escaped;
            result.Append(c);
        }

        return result.ToString();
    }

    private static string AfterReasoning(string text)
    {
        var end = Thoughts.Max(tag => text.LastIndexOf(tag, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + tag.Length : 0);
        return text[end..].Trim();
    }

    private static string WithoutFence(string text)
    {
        if (!text.StartsWith("```", StringComparison.Ordinal) || !text.EndsWith("```", StringComparison.Ordinal))
        {
            return text;
        }

        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 || line + 1 > text.Length - 3 ? text : text[(line + 1)..^3].Trim();
    }

    private static List<string> Values(string text)
    {
        var values = new List<string>();
        var beginnings = 0;
        for (var at = text.AsSpan().IndexOfAny('{', '['); at >= 0 && beginnings < MaxBeginnings;)
        {
            var length = Length(text.AsSpan(at));
            if (length == 0 || !IsJson(text.Substring(at, length)))
            {
                beginnings++;
                length = 1;
            }
            else
            {
                values.Add(text.Substring(at, length));
            }

            at += length;
            var next = text.AsSpan(at).IndexOfAny('{', '[');
            at = next < 0 ? -1 : at + next;
        }

        return values;
    }

    // From a bracket to the one that closes it, strings aside; 0 where nothing does.
    private static int Length(ReadOnlySpan<char> text)
    {
        Span<char> open = stackalloc char[MaxDepth];
        var depth = 0;
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (inString)
            {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c is '{' or '[')
            {
                if (depth == MaxDepth)
                {
                    return 0;
                }

                open[depth++] = c == '{' ? '}' : ']';
            }
            else if (c is '}' or ']')
            {
                if (open[--depth] != c)
                {
                    return 0;
                }

                if (depth == 0)
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }

    private static bool IsJson(string text)
    {
        var parsed = ReplyJson.TryParse(text, out var document);
        document?.Dispose();
        return parsed;
    }
}
