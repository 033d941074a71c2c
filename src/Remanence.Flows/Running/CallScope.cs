using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Services.Rules;

namespace Remanence.Flows.Running;

/// <summary>Whose memories a call works with. Who names a user means that one, on every surface; nobody means everybody by an empty name.</summary>
internal static class CallScope
{
    /// <summary>The field that names whose memories are meant.</summary>
    public const string User = "user_id";

    private const string DefaultWorkspace = "default";

    /// <exception cref="InvalidRequestException">The fields name what can be no workspace or no user.</exception>
    public static Scope Of(FlowPlan plan, FlowCall call)
    {
        if (call.Scope is { } known)
        {
            return known;
        }

        var scope = new Scope(Text(call, BaseSlots.WorkspaceId.Name) is { Length: > 0 } workspace ? workspace : DefaultWorkspace, UserOf(plan, call));
        RequestRules.CheckScope(scope);
        return scope;
    }

    // A flow whose schema has the field reads it itself.
    private static string? UserOf(FlowPlan plan, FlowCall call) =>
        plan.Definition.Inputs.Any(input => input.Name == User) || !call.Inputs.ContainsKey(User) ? null
        : Text(call, User) is { Length: > 0 } user ? user
        : throw new InvalidRequestException(User, "user_id must name a user; leave it out to ask for all.");

    private static string? Text(FlowCall call, string field) =>
        call.Inputs.TryGetValue(field, out var json) && json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}
