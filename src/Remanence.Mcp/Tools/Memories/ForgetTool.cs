using System.Text.Json;
using ModelContextProtocol.Protocol;
using Remanence.Mcp.Schemas;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>Takes a memory out.</summary>
internal sealed class ForgetTool(ToolEnvironment environment) : MemoryTool(Define(), [Parameters.Id, .. Parameters.Scope], environment)
{
    protected override async Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        var id = call.Text("id")!;
        await Environment.Service.ForgetAsync(call.ScopeOf(Environment.Workspace), id, cancellationToken);
        return Answer("Forgotten; its history stays.", OutputSchema.Clone($$"""{"id":"{{JsonEncodedText.Encode(id)}}","forgotten":true}"""));
    }

    private static Tool Define() => new()
    {
        Name = "forget",
        Title = "Forget a memory",
        Description = "Takes a memory out, so that it is no longer found. Call it when the user asks to forget something; find the id with retrieve first. "
            + "Its history stays, and whoever runs the memory can restore it from there.",
        Annotations = MemoryTools.Changes,
        OutputSchema = OutputSchema.Clone("""
            {"type": "object", "properties": {"id": {"type": "string"}, "forgotten": {"type": "boolean"}}, "required": ["id", "forgotten"]}
            """),
    };
}
