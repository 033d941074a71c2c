using BenchmarkDotNet.Attributes;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Benchmarks.Benchmarks;

/// <summary>What the flow itself costs: 10,000 operators in sequence that do nothing, or that count in a slot.</summary>
[MemoryDiagnoser]
public class FlowBenchmarks
{
    private const int Operators = 10_000;
    private static readonly Slot<int> Count = new("count");
    private readonly FlowCall _call = new();
    private Flow _noOperation = Sequence("no_op");
    private Flow _counting = Sequence("count");

    [GlobalSetup]
    public void Setup() => (_noOperation, _counting) = (Sequence("no_op"), Sequence("count"));

    [Benchmark]
    public Task<FlowResponse> NoOperation() => _noOperation.RunAsync(_call);

    [Benchmark]
    public Task<FlowResponse> Counting() => _counting.RunAsync(_call);

    private static Flow Sequence(string name)
    {
        var registry = new OperatorRegistry()
            .Add("no_op", OperatorSlots.None, static (_, _) => ValueTask.CompletedTask)
            .Add("count", new OperatorSlots { Writes = [Count] }, static (context, _) =>
            {
                context.Set(Count, context.GetOr(Count, 0) + 1);
                return ValueTask.CompletedTask;
            });
        var expression = string.Join(" >> ", Enumerable.Repeat(name, Operators));
        return FlowCatalogue.Build(registry, [new FlowDefinition { Name = "sequence", Expression = expression }]).Get("sequence");
    }
}
