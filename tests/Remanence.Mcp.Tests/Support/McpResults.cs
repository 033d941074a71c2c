using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.Tests.Support;

internal static class McpResults
{
    public static string Text(this CallToolResult result) => result.Content.ShouldHaveSingleItem().ShouldBeOfType<TextContentBlock>().Text;

    /// <summary>The structured result of a call that worked.</summary>
    public static JsonElement Json(this CallToolResult result)
    {
        result.IsError.ShouldNotBe(true, result.Text());
        return result.StructuredContent!.Value;
    }

    /// <summary>What a call that failed says.</summary>
    public static string Fault(this CallToolResult result)
    {
        result.IsError.ShouldBe(true, result.Text());
        return result.Text();
    }
}
