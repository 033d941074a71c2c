namespace Remanence.Flows.Operators;

/// <summary>An operator that flows may name.</summary>
public sealed class RegisteredOperator
{
    internal RegisteredOperator(string name, Func<OperatorSetup, Operator> create, IReadOnlyList<OperatorParameter> parameters) =>
        (Name, Create, Parameters) = (name, create, parameters);

    /// <summary>Its name, without ReMe's suffix <c>_op</c>.</summary>
    public string Name { get; }

    /// <summary>Its tunables.</summary>
    public IReadOnlyList<OperatorParameter> Parameters { get; }

    internal Func<OperatorSetup, Operator> Create { get; }
}
