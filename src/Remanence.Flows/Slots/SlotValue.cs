using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Remanence.Flows.Slots;

/// <summary>A slot's place in a run. Small values such as numbers and booleans lie in it without a box.</summary>
internal struct SlotValue
{
    private object? _reference;
    private long _bits;

    public SlotState State { get; private set; }

    /// <summary>Whether it was written since the branch began.</summary>
    public bool Written { get; set; }

    public readonly JsonElement Json => (JsonElement)_reference!;

    public readonly T Read<T>() => Fits<T>() ? Unsafe.As<long, T>(ref Unsafe.AsRef(in _bits)) : (T)_reference!;

    public void Write<T>(T value)
    {
        if (Fits<T>())
        {
            Unsafe.As<long, T>(ref _bits) = value;
        }
        else
        {
            _reference = value;
        }

        State = SlotState.Value;
    }

    public void Give(JsonElement json)
    {
        _reference = json;
        State = SlotState.Json;
    }

    // Constant when compiled for a type.
    private static bool Fits<T>() => !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() <= sizeof(long);
}
