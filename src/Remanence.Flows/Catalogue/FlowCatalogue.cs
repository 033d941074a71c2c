using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Diagnostics;
using Remanence.Flows.Checking;
using Remanence.Flows.Interceptors;
using Remanence.Flows.Operators;
using Remanence.Flows.Running;

namespace Remanence.Flows.Catalogue;

/// <summary>The flows of a configuration, checked when they are built and run by name. Safe for use by several threads.</summary>
public sealed class FlowCatalogue
{
    private readonly Dictionary<string, Flow> _flows;
    private readonly OperatorCatalogue _operators;
    private readonly FlowCompiler _compiler;
    private readonly FlowEnvironment _environment;

    private FlowCatalogue(List<Flow> flows, OperatorCatalogue operators, FlowCompiler compiler, FlowEnvironment environment)
    {
        (Flows, _operators, _compiler, _environment) = (flows, operators, compiler, environment);
        _flows = flows.ToDictionary(flow => flow.Name, StringComparer.Ordinal);
    }

    /// <summary>The enabled flows, in the order of their definitions.</summary>
    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>What is configured of operators and does nothing, one line each. To be told once, at the start.</summary>
    public IReadOnlyList<string> Warnings => _operators.Warnings;

    /// <summary>Builds and checks the flows.</summary>
    /// <param name="registry">The operators that they may name.</param>
    /// <param name="flows">The flows.</param>
    /// <param name="operators">How operators are set up; one that is not named is used as it comes.</param>
    /// <param name="options">Which flows there are, and how they run.</param>
    /// <param name="services">
    /// What operators find their services in; null: nothing. The catalogue itself takes <see cref="TimeProvider"/> and <see cref="ILoggerFactory"/> from it
    /// where they are.
    /// </param>
    /// <exception cref="FlowConfigurationException">Anything is wrong, with every fault of every flow.</exception>
    public static FlowCatalogue Build(
        OperatorRegistry registry,
        IEnumerable<FlowDefinition> flows,
        IEnumerable<OperatorConfiguration>? operators = null,
        FlowCatalogueOptions? options = null,
        IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(flows);
        options ??= new FlowCatalogueOptions();
        services ??= NoServices.Instance;
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger("Remanence.Flows") ?? NullLogger.Instance;
        var environment = new FlowEnvironment(
            services, services.GetService<TimeProvider>() ?? TimeProvider.System, logger, new InterceptorList(), options.Language, options.TimeLimit);

        var faults = new List<FlowFault>();
        var known = new OperatorCatalogue(registry, operators ?? [], options, faults);
        var compiler = new FlowCompiler(known, environment);
        var built = new List<Flow>();
        foreach (var definition in FlowSelection.Of([.. flows], options, faults))
        {
            if (FlowCompiler.Parse(definition, faults) is { } tree && compiler.Compile(definition, tree, definition.Expression, null, faults) is { } plan)
            {
                built.Add(new Flow(plan, compiler, environment));
            }
        }

        return faults.Count == 0 ? new FlowCatalogue(built, known, compiler, environment) : throw new FlowConfigurationException(faults);
    }

    /// <summary>What is wrong with flows, as far as it can be told where there are no services to make operators with.</summary>
    /// <param name="registry">The operators that they may name.</param>
    /// <param name="flows">The flows.</param>
    /// <param name="operators">How operators are set up.</param>
    /// <param name="options">Which flows there are.</param>
    public static IReadOnlyList<FlowFault> Check(
        OperatorRegistry registry, IEnumerable<FlowDefinition> flows, IEnumerable<OperatorConfiguration> operators, FlowCatalogueOptions options)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(flows);
        ArgumentNullException.ThrowIfNull(operators);
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<FlowFault>();
        var known = new OperatorCatalogue(registry, operators, options, faults);
        foreach (var definition in FlowSelection.Of([.. flows], options, faults))
        {
            if (FlowCompiler.Parse(definition, faults) is { } tree)
            {
                FlowCompiler.CheckNames(definition, tree, known, faults);
            }
        }

        return faults;
    }

    /// <summary>The flow of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="UnknownFlowException">There is none, or it is disabled.</exception>
    public Flow Get(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name) ?? throw new UnknownFlowException(name, Nearest.Find(name, _flows.Keys));
    }

    /// <summary>The flow of a name; null when there is none or it is disabled.</summary>
    /// <param name="name">The name.</param>
    public Flow? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _flows.GetValueOrDefault(name);
    }

    /// <summary>A flow that is not part of the catalogue, such as one that a command line gives; it shares the operators and interceptors.</summary>
    /// <param name="definition">The flow.</param>
    /// <exception cref="FlowConfigurationException">It cannot be built.</exception>
    public Flow Create(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var faults = new List<FlowFault>();
        return FlowCompiler.Parse(definition, faults) is { } tree && _compiler.Compile(definition, tree, definition.Expression, null, faults) is { } plan
            ? new Flow(plan, _compiler, _environment)
            : throw new FlowConfigurationException(faults);
    }

    /// <summary>Runs a flow.</summary>
    /// <param name="flow">Its name.</param>
    /// <param name="call">What it is given.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What it answers.</returns>
    /// <exception cref="UnknownFlowException">There is no such flow.</exception>
    /// <exception cref="InvalidRequestException">A field of the call is missing or of the wrong type.</exception>
    /// <exception cref="FlowException">One of its operators failed or took too long.</exception>
    public Task<FlowResponse> RunAsync(string flow, FlowCall call, CancellationToken cancellationToken = default) =>
        Get(flow).RunAsync(call, cancellationToken);

    /// <summary>Runs a flow and gives what it writes while it does; see <see cref="Flow.StreamAsync"/>.</summary>
    /// <param name="flow">Its name.</param>
    /// <param name="call">What it is given.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="UnknownFlowException">There is no such flow.</exception>
    public IAsyncEnumerable<FlowChunk> StreamAsync(string flow, FlowCall call, CancellationToken cancellationToken = default) =>
        Get(flow).StreamAsync(call, cancellationToken);

    /// <summary>Hangs an interceptor around operators, also of runs that are under way.</summary>
    /// <param name="interceptor">The hooks, and what they are for.</param>
    /// <returns>Takes it away when disposed.</returns>
    /// <exception cref="ArgumentException">It names a flow or an operator that there is not, and so would never be called.</exception>
    public IDisposable Intercept(FlowInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        if (interceptor.Flow is { } flow && Find(flow) is null)
        {
            var remedy = OperatorCatalogue.Suggest(flow, _flows.Keys, "the flows");
            throw new ArgumentException($"There is no flow {Printable.Show(flow)} to intercept; {remedy}", nameof(interceptor));
        }

        if (interceptor.Operator is { } name && _operators.Find(name) is null)
        {
            var remedy = OperatorCatalogue.Suggest(name, _operators.Names, "the operators");
            throw new ArgumentException($"There is no operator {Printable.Show(name)} to intercept; {remedy}", nameof(interceptor));
        }

        return _environment.Interceptors.Add(interceptor);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
