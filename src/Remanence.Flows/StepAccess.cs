using Remanence.Flows.Slots;

namespace Remanence.Flows;

/// <summary>What the operator of a step may read and write, and in which language it speaks.</summary>
internal sealed class StepAccess
{
    private readonly SlotAccess[] _access;

    public StepAccess(string name, string? language, OperatorSlots slots, SlotLayout layout)
    {
        (Name, Language, _access) = (name, language, new SlotAccess[layout.Count]);
        foreach (var slot in slots.Required.Concat(slots.Optional))
        {
            _access[layout.IndexOf(slot)] |= SlotAccess.Read;
        }

        foreach (var slot in slots.Writes)
        {
            _access[layout.IndexOf(slot)] |= SlotAccess.Read | SlotAccess.Write;
        }
    }

    public string Name { get; }

    public string? Language { get; }

    public bool Reads(int index) => (_access[index] & SlotAccess.Read) == SlotAccess.Read;

    public bool Writes(int index) => (_access[index] & SlotAccess.Write) == SlotAccess.Write;
}
