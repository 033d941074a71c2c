using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Json;

namespace Remanence.Flows.Running;

/// <summary>
/// Holds a call to its flow's schema. Fields that are not part of it are not looked at, nor are <see cref="FlowInput.Values"/>, which only advise.
/// </summary>
internal static class InputCheck
{
    private static readonly Dictionary<string, (string Expected, Func<JsonElement, bool> Admits)> Types = new(StringComparer.Ordinal)
    {
        ["string"] = ("a string", json => json.ValueKind == JsonValueKind.String),
        ["array"] = ("an array", json => json.ValueKind == JsonValueKind.Array),
        ["object"] = ("an object", json => json.ValueKind == JsonValueKind.Object),
        ["integer"] = ("a whole number", Admitted<long>),
        ["number"] = ("a number", Admitted<double>),
        ["boolean"] = ("true or false", Admitted<bool>),
    };

    public static IEnumerable<string> TypeNames => Types.Keys;

    public static IEnumerable<FlowInputFault> Faults(FlowDefinition flow, FlowCall call)
    {
        foreach (var input in Fields(flow))
        {
            var given = call.Inputs.TryGetValue(input.Name, out var json) && json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
            var (expected, admits) = Types[input.Type];
            if (!given && input.Required && !IsGivenOtherwise(call, input.Name))
            {
                yield return new FlowInputFault(input.Name, true, $"{input.Name} is missing; flow {flow.Name} needs it, {expected}.");
            }
            else if (given && !admits(json))
            {
                yield return new FlowInputFault(input.Name, false, $"{input.Name} must be {expected}, but is {JsonShapes.Describe(json)}.");
            }
        }
    }

    /// <summary>The base fields that the schema leaves as they are, and those of the schema.</summary>
    public static IEnumerable<FlowInput> Fields(FlowDefinition flow) =>
        BaseFields.All.Where(field => !flow.Inputs.Any(input => input.Name == field.Name)).Concat(flow.Inputs);

    // By the scope, or as a value without JSON.
    private static bool IsGivenOtherwise(FlowCall call, string field) =>
        (field == BaseSlots.WorkspaceId.Name && call.Scope is not null) || call.Typed.Any(typed => typed.Slot.Name == field);

    private static bool Admitted<T>(JsonElement json) => JsonReaders.For<T>()!.Read(json, out _, out _);
}
