using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Diagnostics;
using Remanence.Flows.Catalogue;
using Remanence.Mcp.Errors;
using Remanence.Mcp.Schemas;
using Remanence.Mcp.Tools;
using Remanence.Mcp.Tools.Flows;
using Remanence.Mcp.Tools.Memories;

namespace Remanence.Mcp;

/// <summary>The tools by name: those over the memory service, and one for each flow that is meant for callers.</summary>
internal sealed partial class ToolCatalogue
{
    private readonly OrderedDictionary<string, McpTool> _tools;
    private readonly TimeProvider _time;
    private readonly McpFailures _failures;

    private ToolCatalogue(OrderedDictionary<string, McpTool> tools, TimeProvider time, McpFailures failures) =>
        (_tools, _time, _failures) = (tools, time, failures);

    public static ToolCatalogue Create(ToolEnvironment environment, FlowCatalogue? flows, McpFailures failures)
    {
        var tools = new OrderedDictionary<string, McpTool>(StringComparer.Ordinal);
        foreach (var tool in MemoryTools.All(environment))
        {
            tools[tool.Definition.Name] = tool;
        }

        foreach (var flow in flows?.Flows.Where(flow => !flow.Definition.Internal) ?? [])
        {
            Add(tools, flow, environment, failures);
        }

        return new ToolCatalogue(tools, environment.Time, failures);
    }

    public ListToolsResult List() => new() { Tools = [.. _tools.Values.Select(tool => tool.Definition)] };

    /// <summary>Answers a call. A failure is an answer, too: a model reads it and may call again.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever fails, the model gets an answer and the log the reason.")]
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        var name = request.Params?.Name ?? string.Empty;
        if (!_tools.TryGetValue(name, out var tool))
        {
            var remedy = Nearest.Find(name, _tools.Keys) is { } near ? $"did you mean {near}?" : "tools/list names those there are.";
            throw new McpProtocolException($"There is no tool {Printable.Show(name)}; {remedy}", McpErrorCode.InvalidParams);
        }

        try
        {
            var arguments = new Dictionary<string, JsonElement>(
                request.Params!.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal),
                StringComparer.Ordinal);
            ArgumentText.Check(arguments);
            var progress = new ToolProgress(request.Server, request.Params.ProgressToken, _time);
            return await tool.CallAsync(new ToolInvocation(arguments, progress), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            return new CallToolResult { Content = [new TextContentBlock { Text = _failures.Tell(failure) }], IsError = true };
        }
    }

    // A flow that somebody wrote is meant to be called, also by the name of a tool that comes with Remanence.
    private static void Add(OrderedDictionary<string, McpTool> tools, Flow flow, ToolEnvironment environment, McpFailures failures)
    {
        if (!ToolName().IsMatch(flow.Name))
        {
            McpLog.NoToolName(failures.Logger, Printable.Line(flow.Name));
            return;
        }

        if (tools.ContainsKey(flow.Name))
        {
            McpLog.Replaced(failures.Logger, flow.Name);
        }

        tools[flow.Name] = new FlowTool(flow, environment.Workspace);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,128}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ToolName();
}
