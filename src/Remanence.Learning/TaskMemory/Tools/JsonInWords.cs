using System.Text;
using System.Text.Json;

namespace Remanence.TaskMemory.Tools;

/// <summary>
/// Text for prompts without braces: agents put guidance into templates, which take a brace for a place of theirs. JSON in it is said in words
/// (<c>{"open_at": "07:00"}</c> is <c>open_at "07:00"</c>), other braces become round.
/// </summary>
internal static class JsonInWords
{
    private const int MaxDepth = 64;

    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('{', '}') < 0)
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var (words, plain, place) = (new StringBuilder(text.Length), 0, 0);
        while (place < bytes.Length)
        {
            if (bytes[place] == '{' && TryRead(bytes.AsSpan(place), out var json, out var length))
            {
                words.Append(Flat(Encoding.UTF8.GetString(bytes.AsSpan(plain..place)))).Append(Say(json));
                plain = place += length;
            }
            else
            {
                place++;
            }
        }

        return words.Append(Flat(Encoding.UTF8.GetString(bytes.AsSpan(plain)))).ToString();
    }

    public static string Of(JsonElement json) => json.ValueKind == JsonValueKind.String ? Of(json.GetString()!) : Say(json);

    private static bool TryRead(ReadOnlySpan<byte> text, out JsonElement json, out int length)
    {
        (json, length) = (default, 0);
        var reader = new Utf8JsonReader(text, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            if (!JsonElement.TryParseValue(ref reader, out var read))
            {
                return false;
            }

            (json, length) = (read.Value, (int)reader.BytesConsumed);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Say(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Any()
                ? string.Join(", ", json.EnumerateObject().Select(member => $"{Flat(member.Name)} {Inner(member.Value)}"))
                : "nothing",
            JsonValueKind.Array => $"[{string.Join(", ", json.EnumerateArray().Select(Inner))}]",
            JsonValueKind.String => $"\"{Flat(json.GetString()!)}\"",
            _ => json.GetRawText(),
        };

    private static string Inner(JsonElement json) => json.ValueKind == JsonValueKind.Object ? $"({Say(json)})" : Say(json);

    private static string Flat(string text) => string.Concat(text.Select(Round));

    private static char Round(char c) => c switch
    {
        '{' => '(',
        '}' => ')',
        _ => c,
    };
}
