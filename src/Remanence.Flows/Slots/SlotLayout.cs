namespace Remanence.Flows.Slots;

/// <summary>Where each slot of a flow lies. A declared slot is found by its number, without a look-up by name.</summary>
internal sealed class SlotLayout
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly List<Slot> _slots = [];
    private readonly int[] _byNumber;
    private readonly int _first;

    /// <param name="declared">The slots of the flow's operators; those of one name are of one type.</param>
    public SlotLayout(IReadOnlyCollection<Slot> declared)
    {
        _first = declared.Count == 0 ? 0 : declared.Min(slot => slot.Number);
        _byNumber = new int[declared.Count == 0 ? 0 : declared.Max(slot => slot.Number) - _first + 1];
        Array.Fill(_byNumber, -1);
        foreach (var slot in declared)
        {
            if (!_byName.TryGetValue(slot.Name, out var index))
            {
                _byName.Add(slot.Name, index = _slots.Count);
                _slots.Add(slot);
            }

            _byNumber[slot.Number - _first] = index;
        }
    }

    public int Count => _slots.Count;

    /// <summary>The slots that a call may give as JSON.</summary>
    public IEnumerable<string> Readable => _slots.Where(slot => slot.ReadsJson).Select(slot => slot.Name);

    public Slot this[int index] => _slots[index];

    /// <summary>The slot's place; -1 when the flow has none of its name and type.</summary>
    public int IndexOf(Slot slot)
    {
        var offset = slot.Number - _first;
        if ((uint)offset < (uint)_byNumber.Length && _byNumber[offset] is >= 0 and var index)
        {
            return index;
        }

        // A slot that an interceptor or a caller made for itself.
        return _byName.TryGetValue(slot.Name, out index) && _slots[index].ValueType == slot.ValueType ? index : -1;
    }

    public bool TryFind(string name, out int index) => _byName.TryGetValue(name, out index);
}
