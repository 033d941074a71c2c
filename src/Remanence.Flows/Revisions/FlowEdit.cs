using Remanence.Diagnostics;
using Remanence.Flows.Expressions;
using Remanence.Flows.Operators;

namespace Remanence.Flows.Revisions;

/// <summary>
/// The changes of a revision, each made to what the ones before it left. Steps are named as in the expression, with or without <c>_op</c>; the second step of
/// one name is <c>name#2</c>, the third <c>name#3</c>.
/// </summary>
public sealed class FlowEdit
{
    private readonly string _flow;
    private readonly Func<StepNode, OperatorConfiguration> _configurationOf;
    private readonly List<string> _changes = [];

    internal FlowEdit(string flow, FlowNode tree, Func<StepNode, OperatorConfiguration> configurationOf) =>
        (_flow, Tree, _configurationOf) = (flow, tree, configurationOf);

    internal FlowNode Tree { get; private set; }

    internal IReadOnlyList<string> Changes => _changes;

    /// <summary>Puts something else in a step's place.</summary>
    /// <param name="step">The step.</param>
    /// <param name="expression">An operator's name, or more: <c>(a | b)</c>.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="FlowConfigurationException">There is no such step, or the expression is none.</exception>
    public FlowEdit Replace(string step, string expression)
    {
        var part = Parse(expression);
        return Change(step, _ => part, $"replace {step} by {ExpressionPrinter.Print(part)}");
    }

    /// <summary>Puts something before a step, in the same branch.</summary>
    /// <param name="step">The step.</param>
    /// <param name="expression">An operator's name, or more.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="FlowConfigurationException">There is no such step, or the expression is none.</exception>
    public FlowEdit InsertBefore(string step, string expression)
    {
        var part = Parse(expression);
        return Change(step, node => GroupNode.Of(parallel: false, [part, node]), $"insert {ExpressionPrinter.Print(part)} before {step}");
    }

    /// <summary>Puts something after a step, in the same branch.</summary>
    /// <param name="step">The step.</param>
    /// <param name="expression">An operator's name, or more.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="FlowConfigurationException">There is no such step, or the expression is none.</exception>
    public FlowEdit InsertAfter(string step, string expression)
    {
        var part = Parse(expression);
        return Change(step, node => GroupNode.Of(parallel: false, [node, part]), $"insert {ExpressionPrinter.Print(part)} after {step}");
    }

    /// <summary>Takes a step away.</summary>
    /// <param name="step">The step.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="FlowConfigurationException">There is no such step, or it is the only one.</exception>
    public FlowEdit Remove(string step) => Change(step, _ => null, $"remove {step}");

    /// <summary>Sets up a step of this flow in another way; other flows keep theirs.</summary>
    /// <param name="step">The step.</param>
    /// <param name="configure">From its configuration to the new one, such as <c>c => c with { MaxAttempts = 3 }</c>.</param>
    /// <returns>This edit.</returns>
    /// <exception cref="FlowConfigurationException">There is no such step.</exception>
    public FlowEdit Configure(string step, Func<OperatorConfiguration, OperatorConfiguration> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Change(step, node => node.With(configure(_configurationOf(node)) with { Name = node.Name }), $"configure {step}");
    }

    private FlowEdit Change(string step, Func<StepNode, FlowNode?> change, string what)
    {
        ArgumentNullException.ThrowIfNull(step);
        var target = Find(step);
        Tree = Rewrite(Tree, target, change) ?? throw Fault($"{step} is the only step; a flow has at least one");
        _changes.Add(what);
        return this;
    }

    private StepNode Find(string step)
    {
        var mark = step.LastIndexOf('#');
        var place = 1;
        var name = mark >= 0 && int.TryParse(step.AsSpan(mark + 1), out place) ? step[..mark] : step;
        if (Tree.Steps.Where(node => OperatorNames.Comparer.Equals(node.Name, name)).ElementAtOrDefault(place - 1) is { } found)
        {
            return found;
        }

        var names = Tree.Steps.Select(node => node.Name).Distinct(StringComparer.Ordinal).ToList();
        var remedy = Nearest.Find(name, names) is { } near && near != name ? $"did you mean {near}?" : "its steps are " + string.Join(", ", names);
        throw Fault($"there is no step {Printable.Show(step)}; {remedy}");
    }

    private static FlowNode? Rewrite(FlowNode node, StepNode target, Func<StepNode, FlowNode?> change) => node switch
    {
        StepNode step => ReferenceEquals(step, target) ? change(step) : step,
        GroupNode group => GroupNode.Of(group.Parallel, group.Parts.Select(part => Rewrite(part, target, change)).OfType<FlowNode>(), group.MayFail),
        _ => node,
    };

    private FlowNode Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        try
        {
            return ExpressionParser.Parse(expression);
        }
        catch (ExpressionException exception)
        {
            throw new FlowConfigurationException([new FlowFault(null, $"flow {_flow}", exception.Message, exception.Excerpt)]);
        }
    }

    private FlowConfigurationException Fault(string message) => new([new FlowFault(null, $"flow {_flow}", message)]);
}
