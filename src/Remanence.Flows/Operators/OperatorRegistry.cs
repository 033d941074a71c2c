using System.Collections.Concurrent;
using Remanence.Diagnostics;
using Remanence.Flows.Expressions;

namespace Remanence.Flows.Operators;

/// <summary>
/// The operators that flows may name. A name is one with and without ReMe's suffix <c>_op</c>. Safe for use by several threads; what is added after a catalogue
/// was built is there for the revisions of its flows.
/// </summary>
public sealed class OperatorRegistry
{
    private readonly ConcurrentDictionary<string, RegisteredOperator> _operators = new(StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<RegisteredOperator> Operators => [.. _operators.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>Adds an operator.</summary>
    /// <param name="name">The name that expressions call it by: letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="create">Makes it, once a flow.</param>
    /// <param name="parameters">The tunables that it may read from its setup.</param>
    /// <returns>This registry.</returns>
    /// <exception cref="ArgumentException">The name is taken or no name, or two parameters have one name.</exception>
    public OperatorRegistry Add(string name, Func<OperatorSetup, Operator> create, params IReadOnlyList<OperatorParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(parameters);
        if (!Lexer.IsName(name))
        {
            throw new ArgumentException(
                $"{Printable.Show(name)} cannot name an operator; use letters, digits, _ and -, beginning with a letter.",
                nameof(name));
        }

        if (
            parameters
                .SelectMany(parameter => parameter.OtherNames.Prepend(parameter.Name))
                .GroupBy(one => one, StringComparer.Ordinal)
                .FirstOrDefault(group => group.Count() > 1) is
            { } twice)
        {
            throw new ArgumentException($"Operator {name} has two parameters named {twice.Key}.", nameof(parameters));
        }

        var plain = OperatorNames.Plain(name);
        if (!_operators.TryAdd(plain, new RegisteredOperator(plain, create, parameters)))
        {
            throw new ArgumentException(
                $"There is an operator {plain} already; choose another name, and set it as backend of op.{plain} to use yours in its place.", nameof(name));
        }

        return this;
    }

    /// <summary>Adds an operator that is a function.</summary>
    /// <param name="name">The name that expressions call it by.</param>
    /// <param name="slots">What it reads and writes.</param>
    /// <param name="execute">What it does; called by many runs at once.</param>
    /// <returns>This registry.</returns>
    /// <exception cref="ArgumentException">The name is taken or no name.</exception>
    public OperatorRegistry Add(string name, OperatorSlots slots, Func<FlowContext, CancellationToken, ValueTask> execute)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(execute);
        return Add(name, _ => new DelegateOperator(slots, execute));
    }

    internal RegisteredOperator? Find(string name) => _operators.GetValueOrDefault(OperatorNames.Plain(name));

    internal IEnumerable<string> Names => _operators.Keys;
}
