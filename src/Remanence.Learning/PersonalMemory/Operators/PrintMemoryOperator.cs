using System.Globalization;
using System.Text;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>print_memory</c>: what is remembered about people, or what was found of it, as a text in three parts: observations, insights, and what does not hold any
/// more; newest first.
/// </summary>
internal sealed class PrintMemoryOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber("max_count", 100, 1, 10_000, "At most so many a part.");

    private static readonly MemoryFilter People = new MemoryFilter.Kind([MemoryKinds.Observation, MemoryKinds.Insight]);
    private readonly int _maxCount = setup.Get(MaxCount);

    public override OperatorSlots Slots { get; } = new() { Optional = [PersonSlots.Recalled] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var memories = context.TryGet(PersonSlots.Recalled, out var recalled)
            ? [.. recalled.Select(found => found.Memory)]
            : await Memories.ListAsync(context.Scope, People, cancellationToken).ToListAsync(cancellationToken);
        var text = new StringBuilder();
        var shown = new List<Memory>();
        Part("observations", memories.Where(memory => memory is { Status: MemoryStatus.Active, Kind: not (MemoryKinds.Insight or MemoryKinds.Profile) }));
        Part("insights", memories.Where(memory => memory is { Status: MemoryStatus.Active, Kind: MemoryKinds.Insight or MemoryKinds.Profile }));
        Part("no longer", memories.Where(memory => memory.Status != MemoryStatus.Active));
        context.Response.Answer = text.ToString().TrimEnd('\n');
        context.Response.Metadata["memory_list"] = JsonBuild.Array(shown.Select(memory => Form.Write(memory))).ToNode();

        void Part(string title, IEnumerable<Memory> part)
        {
            text.Append(title).Append(":\n");
            var number = 1;
            foreach (var memory in part.OrderByDescending(memory => memory.ObservedAt).Take(_maxCount))
            {
                shown.Add(memory);
                text.Append(CultureInfo.InvariantCulture, $"  {number++}. [{memory.ObservedAt:yyyy-MM-dd HH:mm}] {InertText.Of(memory.Content)}\n");
            }

            if (number == 1)
            {
                text.Append("  -\n");
            }
        }
    }
}
