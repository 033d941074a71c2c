using ModelContextProtocol.Protocol;
using Remanence.Json;
using Remanence.Mcp.Rendering;
using Remanence.Mcp.Schemas;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>Goes through memories page by page.</summary>
internal sealed class ListMemoriesTool(ToolEnvironment environment) : MemoryTool(Define(), Takes, environment)
{
    private const int ByDefault = 20;

    private static readonly (string Name, MemoryStatus Status)[] Statuses =
        [("active", MemoryStatus.Active), ("superseded", MemoryStatus.Superseded), ("expired", MemoryStatus.Expired)];

    private static readonly ToolParameter[] Takes =
    [
        Parameters.Kinds,
        new("status", ParameterType.Text, "Only memories of this standing; all without.") { Values = [.. Statuses.Select(status => status.Name)] },
        .. Parameters.Scope,
        new("limit", ParameterType.Integer, "At most so many on the page.") { Min = 1, Max = ServiceLimits.MaxPage, Default = "20" },
        new("cursor", ParameterType.Text, "The next_cursor of the page before; leave it out for the first page.") { MaxLength = 1024 },
    ];

    protected override async Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        var query = new MemoryQuery
        {
            Scope = call.ScopeOf(Environment.Workspace),
            Filter = FilterOf(call),
            Limit = call.Integer("limit") ?? ByDefault,
            Cursor = call.Text("cursor"),
        };
        var found = await Environment.Service.ListAsync(query, cancellationToken);
        var page = new Page<MemoryDocument>([.. found.Items.Select(MemoryDocument.From)], found.NextCursor);
        return Answer(MemoryText.Page(page), McpJson.Element(page, McpJson.Instance.PageMemoryDocument));
    }

    private static MemoryFilter.And? FilterOf(ToolInvocation call)
    {
        var parts = new List<MemoryFilter>();
        if (call.Texts("kinds") is { } kinds)
        {
            parts.Add(new MemoryFilter.Kind(kinds));
        }

        if (call.Text("status") is { } wanted)
        {
            parts.Add(new MemoryFilter.Status([Statuses.First(status => status.Name == wanted).Status]));
        }

        return parts.Count == 0 ? null : new MemoryFilter.And(parts);
    }

    private static Tool Define() =>
        new()
        {
            Name = "list_memories",
            Title = "List memories",
            Description =
                "Lists memories page by page in the order in which they were stored. Call it to see everything there is; to find something, retrieve is "
                + "better.",
            Annotations = MemoryTools.Reads,
            OutputSchema = OutputSchema.Of(McpJson.Instance.PageMemoryDocument),
        };
}
