using System.Text.Json;

namespace Remanence.Mcp.Tools;

/// <summary>One call of a tool.</summary>
internal sealed record ToolInvocation(IReadOnlyDictionary<string, JsonElement> Arguments, ToolProgress Progress);
