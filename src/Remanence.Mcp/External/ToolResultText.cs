using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.External;

/// <summary>What a tool of a server gave, as text for a model.</summary>
internal static class ToolResultText
{
    public static string Of(CallToolResult result)
    {
        var text = string.Join('\n', result.Content.Select(Of));
        if (text.Length == 0 && result.StructuredContent is { } structured)
        {
            text = structured.GetRawText();
        }

        return result.IsError == true ? $"The tool reports a failure: {text}" : text;
    }

    private static string Of(ContentBlock block) => block switch
    {
        TextContentBlock text => text.Text,
        EmbeddedResourceBlock { Resource: TextResourceContents resource } => resource.Text,
        ResourceLinkBlock link => $"{link.Name}: {link.Uri}",
        _ => $"[{block.Type}, which cannot be shown]",
    };
}
