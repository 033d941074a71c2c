using Remanence.Diagnostics;
using Remanence.Flows.Expressions;
using Remanence.Flows.Operators;
using Remanence.Flows.Running;
using Remanence.Flows.Slots;

namespace Remanence.Flows.Checking;

/// <summary>Makes a plan of a flow, or tells everything that is wrong with it.</summary>
internal sealed class FlowCompiler(OperatorCatalogue operators, FlowEnvironment environment)
{
    /// <summary>Reads a definition's expression; null when it is none.</summary>
    public static FlowNode? Parse(FlowDefinition flow, List<FlowFault> faults)
    {
        try
        {
            return ExpressionParser.Parse(flow.Expression);
        }
        catch (ExpressionException exception)
        {
            var (line, column) = MarkedLine.Position(flow.Expression, exception.Span.Start);
            var place = line == 1 ? $"column {column}" : $"line {line}, column {column} of the expression";
            faults.Add(Fault(flow, $"{exception.Message} ({place})", exception.Excerpt));
            return null;
        }
    }

    /// <summary>Tells what is wrong with a flow that can be told without making its operators.</summary>
    public static void CheckNames(FlowDefinition flow, FlowNode tree, OperatorCatalogue operators, List<FlowFault> faults)
    {
        CheckInputs(flow, faults);
        faults.AddRange(tree.Steps.Where(step => operators.Find(step.Name) is null).Select(step => Unknown(flow, step, flow.Expression, operators)));
    }

    /// <summary>Makes the plan.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="tree">Its expression, whose places are those of <paramref name="text"/>.</param>
    /// <param name="text">The expression as it is written.</param>
    /// <param name="known">Operators of an earlier revision, taken over where nothing changed.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>The plan; null when anything is wrong.</returns>
    public FlowPlan? Compile(
        FlowDefinition flow, FlowNode tree, string text, IReadOnlyDictionary<(string, OperatorConfiguration), Operator>? known, List<FlowFault> faults)
    {
        var before = faults.Count;
        CheckInputs(flow, faults);
        var instances = new Dictionary<(string Name, OperatorConfiguration Configuration), Operator>();
        var steps = new Dictionary<StepNode, ((string Name, OperatorConfiguration Configuration) Key, OperatorSlots Slots)>(ReferenceEqualityComparer.Instance);
        var all = tree.Steps.ToList();
        foreach (var step in all)
        {
            if (Make(flow, step, text, known, instances, faults) is { } made)
            {
                steps.Add(step, made);
            }
        }

        if (steps.Count < all.Count || faults.Count > before)
        {
            return null;
        }

        SlotCheck.Run(
            flow, tree, all.ToDictionary(step => step, step => steps[step].Slots),
            (message, step) => faults.Add(Fault(flow, message, MarkedLine.Of(text, step.Span))));
        if (faults.Count > before)
        {
            return null;
        }

        var layout = new SlotLayout([.. steps.Values.SelectMany(step => step.Slots.Required.Concat(step.Slots.Optional).Concat(step.Slots.Writes)).Distinct()]);
        var writers = all
            .SelectMany(step => steps[step].Slots.Writes.Select(slot => (slot.Name, Step: step.Name)))
            .GroupBy(entry => entry.Name, entry => entry.Step, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        return new FlowPlan(flow, tree, Plan(tree, Ready, flow.Name), layout, writers, instances, steps.Values.SelectMany(step => step.Slots.Fields));

        StepPlan Ready(StepNode step)
        {
            var (key, slots) = steps[step];
            return new StepPlan(flow.Name, step.Name, instances[key], key.Configuration, slots, layout, environment);
        }
    }

    public OperatorConfiguration ConfigurationOf(StepNode step) =>
        step.Configuration ?? operators.Find(step.Name) ?? new OperatorConfiguration { Name = step.Name };

    private static FlowFault Fault(FlowDefinition flow, string message, string? excerpt = null) => new(flow.Origin, "flow " + flow.Name, message, excerpt);

    private static FlowFault Unknown(FlowDefinition flow, StepNode step, string text, OperatorCatalogue operators) =>
        Fault(
            flow,
            $"there is no operator {Printable.Show(step.Name)}; {OperatorCatalogue.Suggest(step.Name, operators.Names, "the operators")}",
            MarkedLine.Of(text, step.Span));

    private static void CheckInputs(FlowDefinition flow, List<FlowFault> faults)
    {
        foreach (var input in flow.Inputs.Where(input => !InputCheck.TypeNames.Contains(input.Type, StringComparer.Ordinal)))
        {
            var types = string.Join(", ", InputCheck.TypeNames);
            faults.Add(Fault(flow, $"field {Printable.Show(input.Name)} of its input_schema has the type {Printable.Show(input.Type)}; the types are {types}"));
        }

        foreach (var twice in flow.Inputs.GroupBy(input => input.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(Fault(flow, $"field {Printable.Show(twice.Key)} is twice in its input_schema"));
        }
    }

    // The operator behind a step and its slots; null with a fault when there is none, and without one when it was told already.
    private ((string, OperatorConfiguration) Key, OperatorSlots Slots)? Make(
        FlowDefinition flow, StepNode step, string text, IReadOnlyDictionary<(string, OperatorConfiguration), Operator>? known,
        Dictionary<(string, OperatorConfiguration), Operator> instances, List<FlowFault> faults)
    {
        if ((step.Configuration ?? operators.Find(step.Name)) is not { } configuration)
        {
            faults.Add(Unknown(flow, step, text, operators));
            return null;
        }

        if (operators.IsFaulty(configuration))
        {
            return null;
        }

        if (step.Configuration is not null && operators.Check(configuration).ToList() is { Count: > 0 } wrong)
        {
            faults.AddRange(wrong.Select(fault => Fault(flow, $"{step.Name}: {fault.Message}", MarkedLine.Of(text, step.Span))));
            return null;
        }

        var key = (OperatorNames.Plain(step.Name), configuration);
        try
        {
            if (!instances.TryGetValue(key, out var instance))
            {
                instance = known?.GetValueOrDefault(key) ?? Create(flow, configuration);
                instances.Add(key, instance);
            }

            return (key, instance.Slots);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // What keeps many steps from being made is told with the first.
            var why = $" cannot be made: {Printable.Line(exception.Message)}";
            if (!faults.Exists(known => known.Message.EndsWith(why, StringComparison.Ordinal)))
            {
                faults.Add(Fault(flow, step.Name + why, MarkedLine.Of(text, step.Span)));
            }

            return null;
        }
    }

    private Operator Create(FlowDefinition flow, OperatorConfiguration configuration)
    {
        var backend = operators.BackendOf(configuration)!;
        return backend.Create(new OperatorSetup(flow.Name, configuration, backend.Parameters, environment.Services))
            ?? throw new InvalidOperationException($"the factory of operator {backend.Name} made nothing");
    }

    private PlanNode Plan(FlowNode node, Func<StepNode, StepPlan> plan, string flow)
    {
        PlanNode made = node switch
        {
            StepNode step => plan(step),
            GroupNode { Parallel: true } group => new ParallelPlan([.. group.Parts.Select(part => Plan(part, plan, flow))]),
            GroupNode group => new SequencePlan([.. group.Parts.Select(part => Plan(part, plan, flow))]),
            _ => throw new InvalidOperationException($"A {node.GetType().Name} cannot be planned."),
        };
        return node.MayFail ? new TolerantPlan(made, flow, [.. node.Steps.Select(step => step.Name)], environment) : made;
    }
}
