using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Mcp.Schemas;

namespace Remanence.Mcp.Tools.Flows;

/// <summary>A flow as a tool of its name. The text is its answer; the structured content is its whole response.</summary>
internal sealed class FlowTool(Flow flow, string defaultWorkspace) : McpTool(Define(flow, defaultWorkspace))
{
    private const string WorkspaceId = "workspace_id";
    private const string UserId = "user_id";

    private readonly JsonElement _defaultWorkspace = OutputSchema.Clone($"\"{JsonEncodedText.Encode(defaultWorkspace)}\"");

    public override async Task<CallToolResult> CallAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Keys.FirstOrDefault(name => !flow.Fields.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw ParameterCheck.Unknown(string.Empty, unknown, flow.Fields);
        }

        var inputs = new Dictionary<string, JsonElement>(call.Arguments, StringComparer.Ordinal);
        if (inputs.TryGetValue(WorkspaceId, out var named) && named.ValueKind == JsonValueKind.Null)
        {
            throw new InvalidRequestException(WorkspaceId, $"{WorkspaceId} is null: name one, or leave it out to mean the usual one.");
        }

        if (!inputs.TryGetValue(WorkspaceId, out var workspace) || ToolParameter.IsAbsent(workspace) || workspace.ValueEquals(string.Empty))
        {
            inputs[WorkspaceId] = _defaultWorkspace;
        }

        var flowCall = new FlowCall { Inputs = inputs };
        var response = flow.Streams && call.Progress.IsWanted
            ? await StreamAsync(flowCall, call.Progress, cancellationToken)
            : await call.Progress.WaitAsync(flow.RunAsync(flowCall, cancellationToken), $"{flow.Name} is running", cancellationToken);
        return Answer(response.Answer, FlowResult.Of(response), isError: !response.Success);
    }

    private async Task<FlowResponse> StreamAsync(FlowCall call, ToolProgress progress, CancellationToken cancellationToken)
    {
        FlowResponse? response = null;
        await foreach (var chunk in flow.StreamAsync(call, cancellationToken))
        {
            response = chunk.Response ?? response;
            if (chunk.Type != FlowChunkType.Done)
            {
                await progress.ReportAsync(chunk.Text, cancellationToken);
            }
        }

        return response ?? throw new FlowException(flow.Name, null, "ended without an answer");
    }

    // The schema is the flow's own; which workspace holds when a call names none is added, so that it is not required here.
    private static Tool Define(Flow flow, string defaultWorkspace)
    {
        var schema = JsonNode.Parse(flow.InputSchema.GetRawText())!.AsObject();
        if (schema["properties"]?[WorkspaceId] is JsonObject workspace)
        {
            workspace["default"] = defaultWorkspace;
        }

        // What steps read beyond the schema is said as well, and nothing else is taken.
        foreach (var name in flow.Fields)
        {
            schema["properties"]!
                .AsObject()
                .TryAdd(name, name == UserId ? new JsonObject { ["type"] = "string", ["description"] = "Whose memories are meant." } : new JsonObject());
        }

        schema["additionalProperties"] = false;
        if (schema["required"] is JsonArray required)
        {
            required.RemoveAll(name => name?.GetValue<string>() == WorkspaceId);
        }

        return new Tool
        {
            Name = flow.Name,
            Description = flow.Description.Length > 0 ? flow.Description : $"Runs the flow {flow.Expression}.",
            InputSchema = OutputSchema.Clone(schema.ToJsonString()),
            OutputSchema = FlowResult.Schema,
        };
    }
}
