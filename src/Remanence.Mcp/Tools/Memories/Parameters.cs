using System.Text.Json;
using Remanence.Mcp.Schemas;
using Remanence.Memories;

namespace Remanence.Mcp.Tools.Memories;

/// <summary>The parameters that several tools share.</summary>
internal static class Parameters
{
    public static ToolParameter Workspace { get; } =
        new("workspace_id", ParameterType.Text, "The workspace, a tenant boundary that nothing crosses. Leave it out unless you were told a name.")
        {
            WithoutIt = "the usual one",
        };

    public static ToolParameter User { get; } =
        new("user_id", ParameterType.Text, "Whose memories: this user's and those that all users share. Without it, those of the whole workspace.")
        {
            WithoutIt = "all",
        };

    public static ToolParameter Agent { get; } =
        new("agent_id", ParameterType.Text, "Only memories of this agent and those that all agents share.") { WithoutIt = "all" };

    public static ToolParameter Session { get; } =
        new("session_id", ParameterType.Text, "Only memories of this session and those that belong to none.") { WithoutIt = "all" };

    public static IReadOnlyList<ToolParameter> Scope { get; } = [Workspace, User, Agent, Session];

    public static ToolParameter Id { get; } =
        new("id", ParameterType.Text, "The memory's id, as retrieve or list_memories gave it.") { Required = true };

    public static ToolParameter Kinds { get; } = new(
        "kinds", ParameterType.Texts, "Only these kinds, such as message, observation, insight, profile, event, knowledge, behavior, skill, task or tool.")
    { Min = 1, Max = 64 };

    public static Scope ScopeOf(this ToolInvocation call, string defaultWorkspace) => new(
        call.Text(Workspace.Name) ?? defaultWorkspace, call.Text(User.Name), call.Text(Agent.Name), call.Text(Session.Name));

    public static string? Text(this ToolInvocation call, string name) => call.Find(name)?.GetString();

    public static int? Integer(this ToolInvocation call, string name) => call.Find(name)?.GetInt32();

    public static double? Number(this ToolInvocation call, string name) => call.Find(name)?.GetDouble();

    public static bool? Flag(this ToolInvocation call, string name) => call.Find(name)?.GetBoolean();

    public static DateTimeOffset? Time(this ToolInvocation call, string name) => TimeOf(call.Find(name));

    public static IReadOnlyList<string>? Texts(this ToolInvocation call, string name) =>
        call.Find(name)?.EnumerateArray().Select(item => item.GetString()!).ToArray();

    public static DateTimeOffset? TimeOf(JsonElement? value) =>
        value is { } known && Json.JsonTime.TryParse(known.GetString()!, out var time) ? time : null;

    public static JsonElement? Find(this ToolInvocation call, string name) =>
        call.Arguments.TryGetValue(name, out var value) && !ToolParameter.IsAbsent(value) ? value : null;
}
