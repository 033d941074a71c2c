using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Services.Rules;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>A call in ReMe's envelope: the base fields, those of the flow's schema, and whatever else stands beside them.</summary>
/// <param name="Scope">The workspace that it is about, and the user, agent and session that it names.</param>
/// <param name="Streams">Whether the answer is a stream.</param>
/// <param name="Inputs">What the flow is given.</param>
/// <param name="Faults">What is wrong; nothing is run then.</param>
internal sealed record Envelope(Scope Scope, bool Streams, IReadOnlyDictionary<string, JsonElement> Inputs, IReadOnlyList<ValidationFault> Faults)
{
    private const string DefaultWorkspace = "default";
    private const string Stream = "stream";
    private const string User = "user_id";
    private const string Agent = "agent_id";
    private const string Session = "session_id";
    private const string Role = "role_name";

    // Names that ReMe's own context has; a caller that sends them breaks its call there.
    private static readonly string[] Reserved = ["flow_id", "response", "stream_queue"];

    private static readonly JsonElement Null = JsonElement.Parse("null");
    private static readonly JsonElement True = JsonElement.Parse("true");
    private static readonly JsonElement False = JsonElement.Parse("false");

    /// <param name="flow">The flow.</param>
    /// <param name="body">The body; null: there is none.</param>
    /// <param name="person">Whom it is about where the call names nobody; null: nobody.</param>
    public static Envelope Read(Flow flow, JsonElement? body, string? person = null)
    {
        if (body is not { ValueKind: JsonValueKind.Object } envelope)
        {
            var fault =
                body is { } other && other.ValueKind != JsonValueKind.Null
                    ? ValidationFault.NotAnObject(["body"], other)
                    : ValidationFault.Missing(["body"], Null);
            return new Envelope(new Scope(DefaultWorkspace), Streams: false, new Dictionary<string, JsonElement>(StringComparer.Ordinal), [fault]);
        }

        var inputs = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in envelope.EnumerateObject().Where(member => !Reserved.Contains(member.Name, StringComparer.Ordinal)))
        {
            inputs[member.Name] = member.Value;
        }

        // Whether a flow streams is its own affair, unless it lets the call say.
        var isAsked = flow.Definition.Inputs.Any(field => field.Name == Stream);
        if (!isAsked)
        {
            inputs[Stream] = flow.Streams ? True : False;
        }

        var faults = new List<ValidationFault>();
        foreach (var field in flow.Inputs.Where(field => isAsked || field.Name != Stream))
        {
            ReadField(field, envelope, flow.Definition.Inputs.Contains(field), inputs, faults);
        }

        if (faults.Count == 0)
        {
            CheckMessages(flow, inputs, faults);
            CheckMetadata(inputs, faults);
        }

        string? Owner(string name) => ReadOwner(name, flow, inputs, faults);
        var user = Owner(User) ?? (person is null ? null : ReadRole(inputs, faults) ?? person);
        var streams = flow.Streams && inputs[Stream].ValueKind == JsonValueKind.True;
        return new Envelope(new Scope(ReadWorkspace(inputs, faults), user, Owner(Agent), Owner(Session)), streams, inputs, faults);
    }

    private static void ReadField(FlowInput field, JsonElement envelope, bool declared, Dictionary<string, JsonElement> inputs, List<ValidationFault> faults)
    {
        if (!inputs.TryGetValue(field.Name, out var value))
        {
            if (field.Required)
            {
                faults.Add(ValidationFault.Missing(["body", field.Name], envelope));
            }
            else if (declared)
            {
                inputs[field.Name] = Null;
            }
        }
        else if (value.ValueKind != JsonValueKind.Null || field.Required)
        {
            var (taken, fault) = FieldTypes.Read(field.Type, value);
            inputs[field.Name] = taken;
            if (fault is { } wrong)
            {
                faults.Add(new ValidationFault(wrong.Type, ["body", field.Name], wrong.Message, value));
            }
        }
    }

    // As the flows read them; a flow that declares messages of its own looks at them itself.
    private static void CheckMessages(Flow flow, Dictionary<string, JsonElement> inputs, List<ValidationFault> faults)
    {
        var name = BaseSlots.Messages.Name;
        if (inputs.TryGetValue(name, out var messages) && messages.ValueKind == JsonValueKind.Array && flow.Definition.Inputs.All(field => field.Name != name)
            && BaseSlots.Messages.FaultOf(messages) is { } fault)
        {
            faults.Add(ValidationFault.Refused(["body", name, .. PathParts.Of(fault.Path)], $"{name}{fault.Path} {fault.Message}", messages));
        }
    }

    // What Remanence keeps about a memory is not a caller's to set, wherever in the call its metadata stands.
    private static void CheckMetadata(Dictionary<string, JsonElement> inputs, List<ValidationFault> faults)
    {
        foreach (var (name, json) in inputs)
        {
            try
            {
                RequestRules.CheckMetadataWithin(name, json);
            }
            catch (InvalidRequestException exception)
            {
                faults.Add(ValidationFault.Refused(["body", .. PathParts.Of("." + exception.Field)], exception.Message, json));
            }
        }
    }

    // ReMe has no users; who names one here means that one, as on every other surface, and so with an agent and a session. A flow that declares the field reads
    // it itself.
    private static string? ReadOwner(string name, Flow flow, Dictionary<string, JsonElement> inputs, List<ValidationFault> faults) =>
        flow.Inputs.All(field => field.Name != name) && inputs.TryGetValue(name, out var json) ? ReadOwner(name, json, faults) : null;

    // MemoryScope's own name for the person; left out, null and empty are the default there. What is no text was refused with the other fields.
    private static string? ReadRole(Dictionary<string, JsonElement> inputs, List<ValidationFault> faults) =>
        inputs.TryGetValue(Role, out var json) && json.ValueKind == JsonValueKind.String && !json.ValueEquals(string.Empty)
            ? ReadOwner(Role, json, faults)
            : null;

    private static string? ReadOwner(string name, JsonElement json, List<ValidationFault> faults)
    {
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not { Length: > 0 } owner)
        {
            var what = name == Agent ? "an agent" : name == Session ? "a session" : "a user";
            faults.Add(ValidationFault.Refused(["body", name], $"{name} must name {what}; leave it out to ask for all.", json));
            return null;
        }

        try
        {
            RequestRules.CheckOwner(name, owner);
        }
        catch (InvalidRequestException exception)
        {
            faults.Add(ValidationFault.Refused(["body", name], exception.Message, json));
        }

        return owner;
    }

    private static string ReadWorkspace(Dictionary<string, JsonElement> inputs, List<ValidationFault> faults)
    {
        var name = BaseSlots.WorkspaceId.Name;
        if (!inputs.TryGetValue(name, out var json) || json.ValueKind != JsonValueKind.String || json.GetString() is not { Length: > 0 } workspace)
        {
            return DefaultWorkspace;
        }

        try
        {
            RequestRules.CheckWorkspace(workspace);
        }
        catch (InvalidRequestException exception)
        {
            faults.Add(ValidationFault.Refused(["body", name], exception.Message, json));
        }

        return workspace;
    }
}
