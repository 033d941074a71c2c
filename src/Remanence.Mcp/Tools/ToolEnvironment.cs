using Remanence.Services;

namespace Remanence.Mcp.Tools;

/// <summary>What tools work with.</summary>
internal sealed record ToolEnvironment(MemoryService Service, string Workspace, TimeProvider Time);
