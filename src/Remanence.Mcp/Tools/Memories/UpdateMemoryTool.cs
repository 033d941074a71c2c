using ModelContextProtocol.Protocol;
using Remanence.Json;
using Remanence.Mcp.Rendering;
using Remanence.Mcp.Schemas;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>Changes a memory.</summary>
internal sealed class UpdateMemoryTool(ToolEnvironment environment, IMemoryEditing editing) : MemoryTool(Define(), Takes, environment)
{
    private static readonly ToolParameter[] Takes =
    [
        Parameters.Id,
        new("content", ParameterType.Text, "The new text, as a whole sentence.") { MaxLength = ServiceLimits.MaxMessageLength },
        new("trigger", ParameterType.Text, "The situation in which it is of use.") { MaxLength = ServiceLimits.MaxQueryLength },
        new("keywords", ParameterType.Texts, "Its keywords, all of them.") { Max = ServiceLimits.MaxKeywords },
        new("metadata", ParameterType.Object, "Its metadata, all of it."),
        new("valid_from", ParameterType.Time, "Since when it holds (RFC 3339)."),
        new("valid_to", ParameterType.Time, "Until when it holds (RFC 3339)."),
        new("status", ParameterType.Text, "Its standing; expired takes it out of searches.") { Values = ["active", "expired"] },
        new("score", ParameterType.Number, "How sure it is.") { Min = 0, Max = 1 },
        new("reason", ParameterType.Text, "Why it is changed, for its history.") { MaxLength = ServiceLimits.MaxQueryLength },
        .. Parameters.Scope,
    ];

    protected override async Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        var patch = new MemoryPatch
        {
            Content = call.Text("content"),
            Trigger = call.Text("trigger"),
            Keywords = call.Texts("keywords"),
            Metadata = call.Find("metadata")?.Clone(),
            ValidFrom = call.Time("valid_from"),
            ValidTo = call.Time("valid_to"),
            Status = call.Text("status") switch
            {
                null => null,
                "active" => MemoryStatus.Active,
                _ => MemoryStatus.Expired,
            },
            Score = call.Number("score"),
            Reason = call.Text("reason"),
        };
        var memory = await editing.UpdateAsync(call.ScopeOf(Environment.Workspace), call.Text("id")!, patch, cancellationToken);
        var document = MemoryDocument.From(memory);
        return Answer("Changed.\n" + MemoryText.Whole(document), McpJson.Element(document, McpJson.Instance.MemoryDocument));
    }

    private static Tool Define() => new()
    {
        Name = "update_memory",
        Title = "Correct a memory",
        Description = "Changes a memory that is wrong or no longer true; what you leave out stays. Its history keeps what it was before.",
        Annotations = MemoryTools.Changes,
        OutputSchema = OutputSchema.Of(McpJson.Instance.MemoryDocument),
    };
}
