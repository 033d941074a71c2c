using System.Text.Json;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>A file as its readers look at it: its text, and the JSON that it may be, parsed once.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Source">What it is called in errors.</param>
internal sealed record ConversationText(string Text, string Source)
{
    private readonly Lazy<JsonElement?> _root = new(() => Parse(Text));

    /// <summary>The whole text as one JSON value; null: it is none.</summary>
    public JsonElement? Root => _root.Value;

    private static JsonElement? Parse(string text)
    {
        if (text.AsSpan().TrimStart() is not ['[' or '{', ..])
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
