namespace Remanence.Flows.Operators;

/// <summary>What an operator is made with.</summary>
public sealed class OperatorSetup
{
    private readonly IReadOnlyList<OperatorParameter> _parameters;

    internal OperatorSetup(string flow, OperatorConfiguration configuration, IReadOnlyList<OperatorParameter> parameters, IServiceProvider services) =>
        (Flow, Configuration, _parameters, Services) = (flow, configuration, parameters, services);

    /// <summary>The flow that it becomes a step of.</summary>
    public string Flow { get; }

    /// <summary>The name by which the flow's expression calls it.</summary>
    public string Name => Configuration.Name;

    /// <summary>How it is set up: the language, the prompts' file, the names of its chat profile, embedder and store.</summary>
    public OperatorConfiguration Configuration { get; }

    /// <summary>The language of its prompts; null: that of the input.</summary>
    public string? Language => Configuration.Language;

    /// <summary>A file whose prompts replace its own; null: none.</summary>
    public string? PromptPath => Configuration.PromptPath;

    /// <summary>Where it finds what it works with.</summary>
    public IServiceProvider Services { get; }

    /// <summary>A tunable: as configured, or its default.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="parameter">One of those that the operator was registered with.</param>
    /// <exception cref="InvalidOperationException">The operator was registered without this parameter, so nobody could configure it.</exception>
    public T Get<T>(OperatorParameter<T> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (!_parameters.Contains(parameter))
        {
            throw new InvalidOperationException($"it reads parameter {parameter.Name}, which it was not registered with; name it in OperatorRegistry.Add");
        }

        var said = Configuration.Parameters.Where(entry => parameter.IsCalled(entry.Key)).Select(entry => entry.Value).ToList();
        return said.Count == 0 ? parameter.Default : parameter.Of(said[0]);
    }
}
