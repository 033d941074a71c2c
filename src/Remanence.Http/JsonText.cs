using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Remanence.Diagnostics;

namespace Remanence.Http;

/// <summary>Parses what clients send so that nothing later can stumble: valid UTF-8, whole surrogate pairs, no member twice, bounded depth.</summary>
public static partial class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = RequestBody.MaxDepth, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Parses an object.</summary>
    /// <param name="json">The bytes; the document reads from them.</param>
    /// <param name="field">What is named in errors.</param>
    /// <exception cref="InvalidRequestException">It is none.</exception>
    public static JsonDocument ParseObject(ReadOnlyMemory<byte> json, string field)
    {
        var document = Parse(json, field);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        var kind = Describe(document.RootElement);
        document.Dispose();
        throw new InvalidRequestException(field, $"The {field} must be a JSON object, not {kind}.");
    }

    /// <summary>Refuses bytes that are no text and escapes that are no characters, and takes a byte order mark off.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="field">What is named in errors.</param>
    /// <param name="maxDepth">How deep it may nest.</param>
    /// <exception cref="InvalidRequestException">It is no text.</exception>
    public static void RequireWholeText(ref ReadOnlyMemory<byte> json, string field, int maxDepth)
    {
        if (json.Span.StartsWith(ByteOrderMark))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw new InvalidRequestException(field, $"The {field} is not valid UTF-8; encode it as UTF-8.");
        }

        RefuseLoneSurrogates(json.Span, field, maxDepth);
    }

    /// <summary>A value in few words, for errors.</summary>
    /// <param name="value">The value.</param>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "the string " + Printable.Show(value.GetString()!),
        JsonValueKind.Number => Printable.Line(value.GetRawText() is { Length: <= 40 } raw ? raw : value.GetRawText()[..40] + "…"),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string field)
    {
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new InvalidRequestException(field, $"The {field} is empty; send a JSON object.");
        }

        try
        {
            RequireWholeText(ref json, field, RequestBody.MaxDepth);
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException exception)
        {
            var where = exception.LineNumber is { } line ? $" at line {line + 1}, byte {exception.BytePositionInLine + 1}" : string.Empty;
            throw new InvalidRequestException(field, $"The {field} is not valid JSON{where}: {Reason(exception)}", exception);
        }
    }

    /// <summary>The parser's own words, without the position that it appends and that counts from 0.</summary>
    /// <param name="exception">What the parser threw.</param>
    public static string Reason(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        if (end < 0)
        {
            end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        }

        message = end < 0 ? message : message[..end];
        return Printable.Line(NullRefused().IsMatch(message) ? "null is not allowed here" : TypeName().Replace(message, string.Empty));
    }

    // What a type is called here is nothing to whoever wrote the JSON.
    [GeneratedRegex(
        @" (to any \.NET member contained in type '[^']*'|encountered during deserialization of type '[^']*'|for type '[^']*'"
        + @"|to [A-Z]\w*(\.\w+)+(`\d\[[^\]]*\])?)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    // The place is told beside it.
    [GeneratedRegex("^The .* on type '[^']*' doesn't allow .*null", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NullRefused();

    /// <summary>An escape such as <c>\ud800</c> without its other half is no text; reading it would throw wherever it is first looked at.</summary>
    private static void RefuseLoneSurrogates(ReadOnlySpan<byte> json, string field, int maxDepth)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsWholeText(ref reader))
            {
                throw new InvalidRequestException(
                    field, $"The {field} holds half of a surrogate pair, such as \\ud800, at byte {reader.TokenStartIndex + 1}; send whole characters.");
            }
        }
    }

    private static bool IsWholeText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
