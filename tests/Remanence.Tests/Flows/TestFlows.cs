using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Tests.Flows;

/// <summary>Flows of small operators.</summary>
internal sealed class TestFlows
{
    public OperatorRegistry Registry { get; } = new();

    public List<OperatorConfiguration> Configurations { get; } = [];

    public FlowCatalogueOptions Options { get; set; } = new();

    public IServiceProvider? Services { get; set; }

    /// <summary>Operators that write a slot of their own name; <c>a_op</c> and so on.</summary>
    public static TestFlows Of(params string[] names)
    {
        var flows = new TestFlows();
        foreach (var name in names)
        {
            flows.Add(name, (_, _) => ValueTask.CompletedTask);
        }

        return flows;
    }

    /// <summary>Services that hold a clock and nothing else.</summary>
    public static IServiceProvider With(TimeProvider time) => new ClockServices(time);

    public static IReadOnlyDictionary<string, JsonElement> Json(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    public TestFlows Add(
        string name,
        Func<FlowContext, CancellationToken, ValueTask> execute,
        Slot[]? reads = null,
        Slot[]? writes = null,
        Slot[]? optional = null)
    {
        Registry.Add(name, new OperatorSlots { Required = reads ?? [], Writes = writes ?? [], Optional = optional ?? [] }, execute);
        return this;
    }

    public TestFlows Add(string name, Action<FlowContext> execute, Slot[]? reads = null, Slot[]? writes = null, Slot[]? optional = null) =>
        Add(
            name,
            (context, _) =>
            {
                execute(context);
                return ValueTask.CompletedTask;
            },
            reads,
            writes,
            optional);

    public TestFlows Configure(OperatorConfiguration configuration)
    {
        Configurations.Add(configuration);
        return this;
    }

    public FlowCatalogue Build(params FlowDefinition[] flows) => FlowCatalogue.Build(Registry, flows, Configurations, Options, Services);

    public Flow Build(string expression, params FlowInput[] inputs) =>
        Build(new FlowDefinition { Name = "test", Expression = expression, Inputs = inputs, Origin = "remanence.yaml line 12" }).Get("test");

    public string Faults(string expression, params FlowInput[] inputs) =>
        Should.Throw<FlowConfigurationException>(() => Build(expression, inputs)).Message;

    public string Faults(params FlowDefinition[] flows) => Should.Throw<FlowConfigurationException>(() => Build(flows)).Message;

    private sealed class ClockServices(TimeProvider time) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? time : null;
    }
}
