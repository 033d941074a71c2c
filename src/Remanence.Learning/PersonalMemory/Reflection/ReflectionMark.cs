using Remanence.Memories;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>The mark of an observation that reflection has seen.</summary>
internal static class ReflectionMark
{
    /// <summary>Active observations without it.</summary>
    public static readonly MemoryFilter Missing = new MemoryFilter.And(
    [
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active]),
        new MemoryFilter.Not(new MemoryFilter.Reflected()),
    ]);

    public static bool IsOn(Memory memory) => memory.State is { Reflected: true };

    public static Memory Take(Memory memory) => Set(memory, false);

    public static Memory Put(Memory memory) => Set(memory, true);

    private static Memory Set(Memory memory, bool seen) => new(memory) { State = (memory.State ?? new MemoryState()) with { Reflected = seen } };
}
