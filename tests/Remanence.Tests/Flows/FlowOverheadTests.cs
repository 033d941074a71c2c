using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Slots;

namespace Remanence.Tests.Flows;

[Collection(ProcessWideTelemetry.Name)]
public sealed class FlowOverheadTests
{
    private const int Many = 10_000;
    private static readonly Slot<int> Count = new("count");
    private static readonly Slot<string> Text = new("text");

    [Fact]
    public void An_operator_costs_no_allocation()
    {
        var flows = TestFlows.Of("no_op");

        var one = Allocated(flows.Build("no_op >> no_op"));
        var many = Allocated(flows.Build(string.Join(" >> ", Enumerable.Repeat("no_op", Many))));

        (many - one).ShouldBe(0);
    }

    [Fact]
    public void Reading_and_writing_slots_costs_no_allocation()
    {
        var flows = TestFlows.Of().Add("start", context =>
        {
            context.Set(Count, 0);
            context.Set(Text, "text");
        }, writes: [Count, Text]).Add("count", context =>
        {
            context.Set(Count, context.Get(Count) + 1);
            context.Set(Text, context.GetOr(Text, ""));
        }, writes: [Count, Text]);

        var one = Allocated(flows.Build("start >> count"));
        var many = Allocated(flows.Build("start >> " + string.Join(" >> ", Enumerable.Repeat("count", Many))));

        (many - one).ShouldBe(0);
    }

    private static long Allocated(Flow flow)
    {
        var call = new FlowCall();
        var smallest = long.MaxValue;

        // What a first run allocates once, and what the runtime allocates while it compiles, is not the operators'.
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var run = flow.RunAsync(call, CancellationToken.None);
            var after = GC.GetAllocatedBytesForCurrentThread();
            run.IsCompletedSuccessfully.ShouldBeTrue();
            smallest = Math.Min(smallest, after - before);
        }

        return smallest;
    }
}
