using Remanence.Flows.Expressions;
using Remanence.Flows.Running;
using Remanence.Flows.Slots;

namespace Remanence.Flows.Checking;

/// <summary>
/// Follows the slots through a flow: what a step needs must be an input or be written before it, no two parallel branches may write one slot, and a name has
/// one type.
/// </summary>
internal sealed class SlotCheck
{
    private readonly Dictionary<string, (Slot Slot, string Step)> _types = new(StringComparer.Ordinal);
    private readonly FlowDefinition _flow;
    private readonly IReadOnlyDictionary<StepNode, OperatorSlots> _slots;
    private readonly Action<string, StepNode> _fault;

    private SlotCheck(FlowDefinition flow, IReadOnlyDictionary<StepNode, OperatorSlots> slots, Action<string, StepNode> fault) =>
        (_flow, _slots, _fault) = (flow, slots, fault);

    /// <param name="flow">The flow.</param>
    /// <param name="tree">Its expression.</param>
    /// <param name="slots">The slots of each step.</param>
    /// <param name="fault">Takes what is wrong and the step at which it shows.</param>
    public static void Run(FlowDefinition flow, FlowNode tree, IReadOnlyDictionary<StepNode, OperatorSlots> slots, Action<string, StepNode> fault)
    {
        var check = new SlotCheck(flow, slots, fault);
        check.Types(tree);
        check.Follow(tree, [.. InputCheck.Fields(flow).Select(field => field.Name)]);
    }

    private void Types(FlowNode tree)
    {
        foreach (var step in tree.Steps)
        {
            var own = _slots[step];
            foreach (var slot in own.Required.Concat(own.Optional).Concat(own.Writes).DistinctBy(slot => (slot.Name, slot.ValueType)))
            {
                if (!_types.TryAdd(slot.Name, (slot, step.Name)) && _types[slot.Name].Slot.ValueType != slot.ValueType)
                {
                    var (first, other) = _types[slot.Name];
                    var (here, there) = (TypeNames.Of(slot.ValueType), TypeNames.Of(first.ValueType));
                    _fault($"{step.Name} takes slot {slot.Name} for {here}, {other} for {there}; a slot has one type", step);
                }
            }
        }
    }

    // Adds to what there is the slots that a part writes, and returns those with the step that does.
    private Dictionary<string, StepNode> Follow(FlowNode node, HashSet<string> there)
    {
        var written = new Dictionary<string, StepNode>(StringComparer.Ordinal);
        switch (node)
        {
            case StepNode step:
                foreach (var slot in _slots[step].Required.Where(slot => !there.Contains(slot.Name)))
                {
                    _fault(Missing(slot.Name, step), step);
                }

                foreach (var slot in _slots[step].Writes)
                {
                    written.TryAdd(slot.Name, step);
                }

                break;
            case GroupNode { Parallel: false } sequence:
                foreach (var part in sequence.Parts)
                {
                    Add(written, Follow(part, there), null);
                }

                break;
            case GroupNode parallel:
                foreach (var branch in parallel.Parts.Select(part => Follow(part, [.. there])).ToList())
                {
                    Add(written, branch, (slot, first, second) =>
                        _fault($"{first.Name} and {second.Name} run side by side and both write slot {slot}; put one after the other with \">>\"", second));
                }

                break;
        }

        there.UnionWith(written.Keys);
        return written;
    }

    private static void Add(Dictionary<string, StepNode> written, Dictionary<string, StepNode> more, Action<string, StepNode, StepNode>? conflict)
    {
        foreach (var (slot, step) in more)
        {
            if (!written.TryAdd(slot, step))
            {
                conflict?.Invoke(slot, written[slot], step);
            }
        }
    }

    private string Missing(string slot, StepNode step)
    {
        var writers = _slots.Where(entry => entry.Key != step && entry.Value.Writes.Any(written => written.Name == slot))
            .Select(entry => entry.Key.Name).Distinct(StringComparer.Ordinal).ToList();
        return $"{step.Name} needs slot {slot}, which is no input of the flow and which no step before it writes; "
            + (writers.Count > 0
                ? $"{string.Join(", ", writers)} writes it, but not before it in the same branch"
                : $"add it to the input_schema of {_flow.Name}, or put a step that writes it before");
    }
}
