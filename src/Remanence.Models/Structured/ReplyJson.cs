using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Remanence.Text.Folding;

namespace Remanence.Models.Structured;

/// <summary>Parses JSON as models write it: with comments, trailing commas and line breaks within strings, and NUL characters, which are taken out.</summary>
internal static class ReplyJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonDocument? document)
    {
        var kept = NulText.TakeOutEscapes(NulText.TakeOut(text));
        return TryParseAsIs(kept, out document)
            || (kept.AsSpan().ContainsAnyInRange('\x01', '\x1f') && TryParseAsIs(JsonFinder.EscapeControls(kept), out document));
    }

    private static bool TryParseAsIs(string text, [NotNullWhen(true)] out JsonDocument? document)
    {
        try
        {
            // By way of bytes: half a surrogate pair becomes a replacement character there, and an exception in the parser.
            document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Lenient);
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }
}
