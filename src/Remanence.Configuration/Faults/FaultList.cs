using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Faults;

/// <summary>Gathers what is wrong, so that all of it is told together, and what is odd.</summary>
internal sealed class FaultList
{
    private const int MaxTold = 30;

    private readonly List<ConfigurationFault> _faults = [];

    public int Count => _faults.Count;

    /// <summary>What is told of them: all, or the first and how many more there are.</summary>
    public IReadOnlyList<ConfigurationFault> Told => _faults.Count <= MaxTold
        ? [.. _faults]
        : [.. _faults.Take(MaxTold), new ConfigurationFault($"and {_faults.Count - MaxTold} more; these may go with the ones above.")];

    /// <summary>What has no effect, or will not do what was meant.</summary>
    public List<string> Warnings { get; } = [];

    public void Add(ConfigurationOrigin origin, string? key, string message) =>
        _faults.Add(new ConfigurationFault($"{origin.Where}: {message}", key, origin.File, origin.Line));

    public void Add(ConfigurationNode node, string message) => Add(node.Origin, node.Path, message);

    public void Add(ConfigurationFault fault) => _faults.Add(fault);
}
