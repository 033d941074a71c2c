namespace Remanence.Flows;

/// <summary>Flows that cannot be built. The message has every fault, each on a line, with the place in the expression below it.</summary>
public sealed class FlowConfigurationException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="faults">What is wrong; at least one.</param>
    public FlowConfigurationException(IReadOnlyList<FlowFault> faults)
        : base(string.Join('\n', faults ?? throw new ArgumentNullException(nameof(faults)))) => Faults = faults;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FlowFault> Faults { get; }
}
