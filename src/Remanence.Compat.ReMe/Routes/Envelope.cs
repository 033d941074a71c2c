using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Services.Rules;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>A call in ReMe's envelope: the base fields, those of the flow's schema, and whatever else stands beside them.</summary>
/// <param name="Scope">The workspace that it is about, and the user whom it names.</param>
/// <param name="Inputs">What the flow is given.</param>
/// <param name="Faults">What is wrong; nothing is run then.</param>
internal sealed record Envelope(Scope Scope, IReadOnlyDictionary<string, JsonElement> Inputs, IReadOnlyList<ValidationFault> Faults)
{
    private const string DefaultWorkspace = "default";
    private const string Stream = "stream";
    private const string User = "user_id";

    // Names that ReMe's own context has; a caller that sends them breaks its call there.
    private static readonly string[] Reserved = ["flow_id", "response", "stream_queue"];

    private static readonly JsonElement Null = JsonElement.Parse("null");
    private static readonly JsonElement True = JsonElement.Parse("true");
    private static readonly JsonElement False = JsonElement.Parse("false");

    public static Envelope Read(Flow flow, JsonElement? body)
    {
        if (body is not { ValueKind: JsonValueKind.Object } envelope)
        {
            var fault =
                body is { } other && other.ValueKind != JsonValueKind.Null
                    ? ValidationFault.NotAnObject(["body"], other)
                    : ValidationFault.Missing(["body"], Null);
            return new Envelope(new Scope(DefaultWorkspace), new Dictionary<string, JsonElement>(StringComparer.Ordinal), [fault]);
        }

        var inputs = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in envelope.EnumerateObject().Where(member => !Reserved.Contains(member.Name, StringComparer.Ordinal)))
        {
            inputs[member.Name] = member.Value;
        }

        inputs[Stream] = flow.Streams ? True : False;
        var faults = new List<ValidationFault>();
        foreach (var field in flow.Inputs.Where(field => field.Name != Stream))
        {
            ReadField(field, envelope, flow.Definition.Inputs.Contains(field), inputs, faults);
        }

        if (faults.Count == 0)
        {
            CheckMessages(flow, inputs, faults);
            CheckMetadata(inputs, faults);
        }

        return new Envelope(new Scope(ReadWorkspace(inputs, faults), ReadUser(flow, inputs, faults)), inputs, faults);
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

    // ReMe has no users; who names one here means that one, as on every other surface. A flow that declares the field reads it itself.
    private static string? ReadUser(Flow flow, Dictionary<string, JsonElement> inputs, List<ValidationFault> faults)
    {
        if (flow.Inputs.Any(field => field.Name == User) || !inputs.TryGetValue(User, out var json))
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.String || json.GetString() is not { Length: > 0 } user)
        {
            faults.Add(ValidationFault.Refused(["body", User], "user_id must name a user; leave it out to ask for all.", json));
            return null;
        }

        try
        {
            RequestRules.CheckOwner(User, user);
        }
        catch (InvalidRequestException exception)
        {
            faults.Add(ValidationFault.Refused(["body", User], exception.Message, json));
        }

        return user;
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
