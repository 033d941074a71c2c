using Remanence.Flows.Slots;
using Remanence.Memories;

namespace Remanence.Flows;

/// <summary>What all branches of one run share.</summary>
internal sealed class FlowRun(string flow, SlotLayout layout, Func<string, IReadOnlyList<string>?> writersOf, FlowCall call, FlowSink? stream)
{
    private readonly Lock _lock = new();
    private List<string>? _passedOver;

    public string Flow => flow;

    public SlotLayout Layout => layout;

    public FlowCall Call => call;

    public FlowSink? Stream => stream;

    public required IServiceProvider Services { get; init; }

    public required Scope Scope { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required string? Language { get; init; }

    public void PassedOver(string step)
    {
        lock (_lock)
        {
            (_passedOver ??= []).Add(step);
        }
    }

    /// <summary>Why a slot has no value.</summary>
    public Exception Missing(Slot slot)
    {
        if (writersOf(slot.Name) is not [_, ..] writers)
        {
            return new InvalidRequestException(slot.Name, $"{slot.Name} is missing; flow {Flow} needs it.");
        }

        lock (_lock)
        {
            var failed = writers.Where(writer => _passedOver?.Contains(writer, StringComparer.Ordinal) == true).ToList();
            return new InvalidOperationException(failed.Count > 0
                ? $"slot {slot.Name} is empty: {string.Join(", ", failed)}, which writes it, failed and was passed over"
                : $"slot {slot.Name} is empty: {string.Join(", ", writers)} wrote nothing into it");
        }
    }
}
