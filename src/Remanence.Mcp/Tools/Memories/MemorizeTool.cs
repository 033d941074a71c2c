using System.Text.Json;
using ModelContextProtocol.Protocol;
using Remanence.Mcp.Rendering;
using Remanence.Mcp.Schemas;
using Remanence.Messages;
using Remanence.Services;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>Keeps something.</summary>
internal sealed class MemorizeTool(ToolEnvironment environment) : MemoryTool(Define(), Takes, environment)
{
    private static readonly ToolParameter[] Takes =
    [
        new(
            "text",
            ParameterType.Text,
            "One thing to remember, as a whole sentence that can be understood alone: names instead of pronouns, dates instead of \"tomorrow\". Give text "
            + "or messages.")
        {
            MaxLength = ServiceLimits.MaxMessageLength,
        },
        new("messages", ParameterType.Objects, "A conversation to remember, in the order in which it was said. Give text or messages.")
        {
            Min = 1,
            Max = ServiceLimits.MaxMessages,
            Members =
            [
                new("role", ParameterType.Text, "Who spoke.") { Required = true, Values = ["user", "assistant", "system", "tool"] },
                new("content", ParameterType.Text, "What was said.") { Required = true, MaxLength = ServiceLimits.MaxMessageLength },
                new("name", ParameterType.Text, "The speaker's name."),
                new("time", ParameterType.Time, "When it was said (RFC 3339)."),
                new("id", ParameterType.Text, "Your own id for the message; the same message sent again is known by it."),
            ],
        },
        .. Parameters.Scope,
        new("infer", ParameterType.Flag, "Whether a model looks for what is worth remembering in it; it is kept word for word either way.")
        {
            Default = "true",
        },
        new("wait", ParameterType.Flag, "Whether to answer only when that is done.") { Default = "false" },
    ];

    protected override async Task<CallToolResult> RunAsync(ToolInvocation call, CancellationToken cancellationToken)
    {
        var scope = call.ScopeOf(Environment.Workspace);
        var request = new MemorizeRequest
        {
            Messages = MessagesOf(call),
            UserId = scope.User,
            AgentId = scope.Agent,
            SessionId = scope.Session,
            Infer = call.Flag("infer") ?? true,
            Wait = call.Flag("wait") ?? false,
        };
        var work = Environment.Service.MemorizeAsync(scope.Workspace, request, cancellationToken);
        var kept = await (request.Wait ? call.Progress.WaitAsync(work, "Looking for what is worth remembering", cancellationToken) : work);
        var more = kept.JobId is null ? string.Empty : $" Job {kept.JobId} looks in the background for what else is worth remembering.";
        return Answer(
            $"Remembered: {kept.Memories.Count} {(kept.Memories.Count == 1 ? "memory" : "memories")}.{more}",
            McpJson.Element(kept, McpJson.Instance.MemorizeResult));
    }

    private static IReadOnlyList<Message> MessagesOf(ToolInvocation call) =>
        (call.Text("text"), call.Find("messages")) switch
        {
            ({ } text, null) => [new Message { Role = "user", Content = text }],
            (null, { } messages) => [.. messages.EnumerateArray().Select(MessageOf)],
            (null, null) => throw new InvalidRequestException(
                "text",
                "There is nothing to remember; give text, or messages such as [{\"role\": \"user\", \"content\": \"…\"}]."),
            _ => throw new InvalidRequestException("text", "Both text and messages are given; give one of them."),
        };

    private static Message MessageOf(JsonElement message) => new()
    {
        Id = Member(message, "id")?.GetString(),
        Role = Member(message, "role")!.Value.GetString()!,
        Name = Member(message, "name")?.GetString(),
        Content = Member(message, "content")!.Value.GetString()!,
        Time = Parameters.TimeOf(Member(message, "time")),
    };

    private static JsonElement? Member(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && !ToolParameter.IsAbsent(value) ? value : null;

    private static Tool Define() =>
        new()
        {
            Name = "memorize",
            Title = "Remember something",
            Description =
                "Keeps something for later conversations: durable and searchable when this answers. Call it when the user tells about themselves, their "
                + "plans or their "
                + "preferences, decides or corrects something, asks you to remember, or when you learned how to do a task. Do not keep secrets such as "
                + "passwords.",
            Annotations = MemoryTools.Adds,
            OutputSchema = OutputSchema.Of(McpJson.Instance.MemorizeResult),
        };
}
