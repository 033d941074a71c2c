using Remanence.Flows.Expressions;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Flows.Running;

/// <summary>A flow that was checked and is ready to run; what a run begins with and ends with.</summary>
internal sealed class FlowPlan(
    FlowDefinition definition, FlowNode tree, PlanNode root, SlotLayout layout, IReadOnlyDictionary<string, List<string>> writers,
    IReadOnlyDictionary<(string Name, OperatorConfiguration Configuration), Operator> operators, IEnumerable<string> lookedUp)
{
    public FlowDefinition Definition => definition;

    public FlowNode Tree => tree;

    public PlanNode Root => root;

    public SlotLayout Layout => layout;

    public string SpanName { get; } = "flow " + definition.Name;

    /// <summary>The instances behind the steps, which the next revision takes over where nothing changed.</summary>
    public IReadOnlyDictionary<(string Name, OperatorConfiguration Configuration), Operator> Operators => operators;

    /// <summary>The fields of a call that a run looks at.</summary>
    public IReadOnlyList<string> Fields { get; } =
    [
        .. InputCheck
            .Fields(definition)
            .Select(input => input.Name)
            .Concat(layout.Readable.Where(name => !writers.ContainsKey(name)))
            .Concat(lookedUp)
            .Append(CallScope.User)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The steps that write a slot.</summary>
    public IReadOnlyList<string>? WritersOf(string slot) => writers.GetValueOrDefault(slot);
}
