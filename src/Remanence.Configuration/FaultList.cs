using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>Gathers what is wrong, so that all of it is told together, and what is odd.</summary>
internal sealed class FaultList
{
    private const int MaxTold = 30;

    private readonly List<ConfigurationFault> _faults = [];

    public int Count => _faults.Count;

    /// <summary>What has no effect, or will not do what was meant.</summary>
    public List<string> Warnings { get; } = [];

    public void Add(ConfigurationOrigin origin, string? key, string message) =>
        _faults.Add(new ConfigurationFault($"{origin.Where}: {message}", key, origin.File, origin.Line));

    public void Add(ConfigurationNode node, string message) => Add(node.Origin, node.Path, message);

    public void Add(ConfigurationFault fault) => _faults.Add(fault);

    /// <exception cref="ConfigurationException">There are faults.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > MaxTold)
        {
            var more = _faults.Count - MaxTold;
            throw new ConfigurationException([.. _faults.Take(MaxTold), new ConfigurationFault($"and {more} more; these may go with the ones above.")]);
        }

        if (_faults.Count > 0)
        {
            throw new ConfigurationException([.. _faults]);
        }
    }
}
