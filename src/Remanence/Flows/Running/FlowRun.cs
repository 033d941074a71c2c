using Remanence.Flows.Slots;
using Remanence.Flows.Streaming;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Flows.Running;

/// <summary>What all branches of one run share.</summary>
internal sealed class FlowRun(FlowPlan plan, FlowCall call, FlowEnvironment environment, FlowSink? stream)
{
    private readonly Lock _lock = new();
    private List<string>? _passedOver;

    public string Flow => plan.Definition.Name;

    public SlotLayout Layout => plan.Layout;

    public FlowCall Call => call;

    public FlowSink? Stream => stream;

    public IServiceProvider Services => environment.Services;

    public Scope Scope { get; } = call.EffectiveScope;

    public DateTimeOffset Now { get; } = call.Now ?? environment.Time.GetUtcNow();

    public string? Language { get; } = call.Language ?? environment.Language;

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
        if (plan.WritersOf(slot.Name) is not [_, ..] writers)
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
