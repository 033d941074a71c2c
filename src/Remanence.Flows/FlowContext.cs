using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Memories;

namespace Remanence.Flows;

/// <summary>
/// What an operator works with: the slots, the scope and the response of one run. An operator among parallel branches sees what was before the branches and
/// what its own branch wrote; the writes join when all have ended. Not for use by several threads at once, nor after the operator has ended.
/// </summary>
public sealed class FlowContext
{
    private readonly FlowRun _run;
    private readonly SlotValues _values;
    private StepAccess? _step;
    private bool _observed;

    internal FlowContext(FlowRun run, SlotValues values, FlowResponse response) => (_run, _values, Response) = (run, values, response);

    /// <summary>The flow's name.</summary>
    public string Flow => _run.Flow;

    /// <summary>Whose memories the run works with.</summary>
    public Scope Scope => _run.Scope;

    /// <summary>The moment that counts as now, the same through the whole run.</summary>
    public DateTimeOffset Now => _run.Now;

    /// <summary>The language of prompts and answers: as the operator is configured, else the call's, else the catalogue's; null: that of the input.</summary>
    public string? Language => _step?.Language ?? _run.Language;

    /// <summary>The services that the catalogue was built with.</summary>
    public IServiceProvider Services => _run.Services;

    /// <summary>All fields of the call as they came, also those that no slot stands for.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs => _run.Call.Inputs;

    /// <summary>What the flow answers.</summary>
    public FlowResponse Response { get; }

    /// <summary>Where a streaming flow writes its chunks; null when the call does not stream.</summary>
    public FlowSink? Stream => _run.Stream;

    internal SlotValues Values => _values;

    /// <summary>A slot's value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="slot">A slot that the operator declares.</param>
    /// <exception cref="InvalidRequestException">The call does not give it, or gives what is not of its type.</exception>
    /// <exception cref="InvalidOperationException">The operator does not declare it, or no step has written it.</exception>
    public T Get<T>(Slot<T> slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var index = Readable(slot);
        if (index >= 0)
        {
            ref var value = ref _values[index];
            switch (value.State)
            {
                case SlotState.Value:
                    return value.Read<T>();
                case SlotState.Json:
                    return _values.Convert(index, slot);
            }
        }

        throw _run.Missing(slot);
    }

    /// <summary>A slot's value, if it has one.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="slot">A slot that the operator declares.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it has one.</returns>
    /// <exception cref="InvalidRequestException">The call gives what is not of its type.</exception>
    public bool TryGet<T>(Slot<T> slot, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var index = Readable(slot);
        if (index < 0 || _values[index].State == SlotState.Empty)
        {
            value = default;
            return false;
        }

        value = _values.Convert(index, slot);
        return true;
    }

    /// <summary>A slot's value, or another when it has none.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="slot">A slot that the operator declares.</param>
    /// <param name="otherwise">What holds when it has none.</param>
    /// <exception cref="InvalidRequestException">The call gives what is not of its type.</exception>
    public T GetOr<T>(Slot<T> slot, T otherwise) => TryGet(slot, out var value) ? value : otherwise;

    /// <summary>Whether a slot has a value.</summary>
    /// <param name="slot">A slot that the operator declares.</param>
    public bool Has(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return Readable(slot) is >= 0 and var index && _values[index].State != SlotState.Empty;
    }

    /// <summary>Writes a slot.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="slot">A slot that the operator declares to write.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="InvalidOperationException">The operator does not declare to write it.</exception>
    public void Set<T>(Slot<T> slot, T value)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var index = _run.Layout.IndexOf(slot);
        if (index < 0 || _step is null || !_step.Writes(index))
        {
            throw Undeclared(slot, "writes", nameof(OperatorSlots.Writes));
        }

        ref var place = ref _values[index];
        place.Write(value);
        place.Written = true;
    }

    /// <summary>From here on, the step's operator works with this context.</summary>
    internal void Enter(StepAccess step) => (_step, _observed) = (step, false);

    /// <summary>From here on, interceptors of the step do: they read whatever the flow has.</summary>
    internal void Observe(StepAccess step) => (_step, _observed) = (step, true);

    /// <summary>A context for a branch, or for an attempt that may come to nothing.</summary>
    internal FlowContext Branch() => new(_run, _values.Branch(), Response.Branch());

    /// <summary>Takes over what a branch wrote.</summary>
    internal void Join(FlowContext branch)
    {
        _values.Join(branch._values);
        Response.Join(branch.Response);
    }

    internal void PassedOver(string step) => _run.PassedOver(step);

    private int Readable(Slot slot)
    {
        var index = _run.Layout.IndexOf(slot);
        return _observed || (index >= 0 && _step is not null && _step.Reads(index)) ? index : throw Undeclared(slot, "reads", nameof(OperatorSlots.Required));
    }

    private InvalidOperationException Undeclared(Slot slot, string does, string member) =>
        new($"{_step?.Name ?? "an operator"} {does} {slot} without declaring it; add it to {nameof(OperatorSlots)}.{member}");
}
