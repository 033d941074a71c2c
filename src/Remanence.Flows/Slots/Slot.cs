using Remanence.Diagnostics;

namespace Remanence.Flows.Slots;

/// <summary>
/// A value that operators hand to each other, known by its name. Slots of one name are one slot, and must be of one type within a flow. Make each once, as a
/// static readonly field that the operators share.
/// </summary>
public abstract class Slot
{
    private static int _last;

    private protected Slot(string name, Type valueType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, ValueType) = (name, valueType);
        Number = Interlocked.Increment(ref _last);
    }

    /// <summary>Its name, also that of the field by which a call may give it.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public Type ValueType { get; }

    /// <summary>Running over the process, so that a flow finds its place for a slot in an array.</summary>
    internal int Number { get; }

    /// <summary>Whether a call may give it as JSON.</summary>
    internal abstract bool ReadsJson { get; }

    /// <inheritdoc/>
    public override string ToString() => $"slot {Printable.Show(Name)} of {TypeNames.Of(ValueType)}";
}
