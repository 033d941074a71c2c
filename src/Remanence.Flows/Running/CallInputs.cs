using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Services.Rules;

namespace Remanence.Flows.Running;

/// <summary>Puts what a call gives into the slots of a run.</summary>
internal static class CallInputs
{
    /// <exception cref="InvalidRequestException">A field is missing, of the wrong type, or sets what is not a caller's to set.</exception>
    public static SlotValues Fill(FlowPlan plan, FlowCall call, Scope scope)
    {
        if (InputCheck.Faults(plan.Definition, call).FirstOrDefault() is { } fault)
        {
            throw new InvalidRequestException(fault.Field, fault.Message);
        }

        foreach (var (name, json) in call.Inputs)
        {
            RequestRules.CheckMetadataWithin(name, json);
        }

        var values = new SlotValues(plan.Layout.Count);
        for (var i = 0; i < plan.Layout.Count; i++)
        {
            if (ValueOf(plan, call, scope, plan.Layout[i].Name) is { } json)
            {
                values.Give(i, json);
            }
        }

        GiveTyped(plan, call, values);
        return values;
    }

    private static JsonElement? ValueOf(FlowPlan plan, FlowCall call, Scope scope, string name)
    {
        if (name == BaseSlots.WorkspaceId.Name)
        {
            return BaseFields.Text(scope.Workspace);
        }

        var declared = plan.Definition.Inputs.Any(input => input.Name == name);
        var isBase = BaseFields.Defaults.TryGetValue(name, out var byDefault);

        // What steps hand to each other is not for callers to set.
        if (!declared && !isBase && plan.WritersOf(name) is not null)
        {
            return null;
        }

        if (call.Inputs.TryGetValue(name, out var json) && json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return json;
        }

        return isBase && !declared ? byDefault : null;
    }

    private static void GiveTyped(FlowPlan plan, FlowCall call, SlotValues values)
    {
        foreach (var (slot, write) in call.Typed)
        {
            var index = plan.Layout.IndexOf(slot);
            if (index >= 0)
            {
                write(values, index);
            }
            else if (plan.Layout.TryFind(slot.Name, out index))
            {
                throw new ArgumentException($"Flow {plan.Definition.Name} has a {plan.Layout[index]}; the call gives a {slot}.", nameof(call));
            }
        }
    }
}
