using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Flows.Operators;

namespace Remanence.Flows.Checking;

/// <summary>What the names in expressions stand for: an operator's configuration, or the registered operator as it comes.</summary>
internal sealed class OperatorCatalogue
{
    private readonly OperatorRegistry _registry;
    private readonly FlowCatalogueOptions _options;
    private readonly Dictionary<string, OperatorConfiguration> _configurations = new(OperatorNames.Comparer);
    private readonly HashSet<OperatorConfiguration> _faulty = new(ReferenceEqualityComparer.Instance);

    private readonly List<string> _warnings = [];

    public OperatorCatalogue(OperatorRegistry registry, IEnumerable<OperatorConfiguration> configurations, FlowCatalogueOptions options, List<FlowFault> faults)
    {
        (_registry, _options) = (registry, options);
        foreach (var configuration in configurations)
        {
            if (!_configurations.TryAdd(configuration.Name, configuration))
            {
                var other = _configurations[configuration.Name].Name;
                faults.Add(Fault(configuration, $"this operator is configured twice, also as {other}; a name is one with and without _op"));
                continue;
            }

            var found = Check(configuration).ToList();
            if (found.Count > 0)
            {
                _faulty.Add(configuration);
                faults.AddRange(found);
                continue;
            }

            _warnings.AddRange(Idle(configuration));
        }
    }

    /// <summary>What is configured and does nothing.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public IEnumerable<string> Names => _registry.Names.Concat(_configurations.Keys.Select(OperatorNames.Plain)).Distinct(StringComparer.Ordinal);

    /// <summary>What a name stands for; null when it stands for nothing.</summary>
    public OperatorConfiguration? Find(string name)
    {
        lock (_configurations)
        {
            if (!_configurations.TryGetValue(name, out var configuration) && _registry.Find(name) is not null)
            {
                _configurations.Add(name, configuration = new OperatorConfiguration { Name = name });
            }

            return configuration;
        }
    }

    /// <summary>Whether its faults were told already.</summary>
    public bool IsFaulty(OperatorConfiguration configuration) => _faulty.Contains(configuration);

    public RegisteredOperator? BackendOf(OperatorConfiguration configuration) => _registry.Find(configuration.Backend ?? configuration.Name);

    /// <summary>What is wrong with a configuration.</summary>
    public IEnumerable<FlowFault> Check(OperatorConfiguration configuration)
    {
        if (BackendOf(configuration) is not { } backend)
        {
            var name = configuration.Backend ?? configuration.Name;
            yield return Fault(
                configuration,
                $"there is no operator {Printable.Show(name)} behind it; {Suggest(name, _registry.Names, "the registered operators")}");
            yield break;
        }

        foreach (var (name, json) in configuration.Parameters)
        {
            if (FaultOf(backend, configuration, name, json) is { } message)
            {
                yield return Fault(configuration, message, configuration.ParameterOrigins.GetValueOrDefault(name));
            }
        }

        if (configuration.MaxAttempts < 1)
        {
            yield return Fault(configuration, $"it must be allowed at least one attempt, but is allowed {configuration.MaxAttempts}");
        }

        if (configuration.Timeout is { } timeout && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue))
        {
            yield return Fault(configuration, $"its time limit must be above zero and below 24 days, but is {timeout}");
        }

        foreach (var (kind, name, known) in new[]
        {
            ("llm", configuration.Llm, _options.ChatProfiles), ("embedding_model", configuration.EmbeddingModel, _options.EmbeddingProfiles),
            ("vector_store", configuration.VectorStore, _options.VectorStores),
        })
        {
            if (known is not null && !known.Contains(name, StringComparer.Ordinal))
            {
                yield return Fault(configuration, $"there is no {kind} {Printable.Show(name)}; {Suggest(name, known, $"those below {kind}")}");
            }
        }
    }

    /// <summary>What of a configuration without faults does nothing.</summary>
    private IEnumerable<string> Idle(OperatorConfiguration configuration) =>
        from entry in configuration.Parameters
        let why = BackendOf(configuration)!.Parameters.First(known => known.IsCalled(entry.Key)).Warning(entry.Value)
        where why is not null
        select Fault(configuration, why, configuration.ParameterOrigins.GetValueOrDefault(entry.Key)).ToString();

    private static string? FaultOf(RegisteredOperator backend, OperatorConfiguration configuration, string name, JsonElement json)
    {
        if (backend.Parameters.FirstOrDefault(known => known.IsCalled(name)) is not { } parameter)
        {
            return $"operator {backend.Name} has no parameter {Printable.Show(name)}; "
                + $"{Suggest(name, backend.Parameters.Where(known => known is not IdleParameter).Select(known => known.Name), "its parameters")}";
        }

        return configuration.Parameters.Keys.First(parameter.IsCalled) != name
            ? $"parameter {Printable.Show(name)} is another name of one that is set as well; leave one out"
            : parameter.Fault(json);
    }

    /// <summary>The end of a message about an unknown name.</summary>
    public static string Suggest(string name, IEnumerable<string> known, string what)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        return Nearest.Find(name, names) is { } near ? $"did you mean {near}?"
            : names.Count == 0 ? $"{what} are none"
            : $"{what} are {Printable.Line(string.Join(", ", names))}";
    }

    private static FlowFault Fault(OperatorConfiguration configuration, string message, string? origin = null) =>
        new(origin ?? configuration.Origin, "op " + configuration.Name, message);
}
