using System.Text.Json;

namespace Remanence.Flows.Slots;

/// <summary>The values of a run, or of a branch of it: what was before it, and what it wrote.</summary>
internal sealed class SlotValues
{
    private readonly SlotValue[] _values;

    public SlotValues(int count) => _values = new SlotValue[count];

    private SlotValues(SlotValue[] values) => _values = values;

    public ref SlotValue this[int index] => ref _values[index];

    /// <summary>A copy for a branch, in which nothing counts as written yet.</summary>
    public SlotValues Branch()
    {
        var values = (SlotValue[])_values.Clone();
        foreach (ref var value in values.AsSpan())
        {
            value.Written = false;
        }

        return new SlotValues(values);
    }

    /// <summary>Takes over what a branch wrote.</summary>
    public void Join(SlotValues branch)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (branch._values[i].Written)
            {
                _values[i] = branch._values[i];
            }
        }
    }

    /// <summary>Reads JSON of the call once; the value takes its place.</summary>
    public T Convert<T>(int index, Slot<T> slot)
    {
        ref var value = ref _values[index];
        if (value.State == SlotState.Json)
        {
            value.Write(slot.FromJson(value.Json));
        }

        return value.Read<T>();
    }

    public void Give(int index, JsonElement json) => _values[index].Give(json);
}
