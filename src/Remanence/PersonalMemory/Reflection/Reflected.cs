using Remanence.Json;
using Remanence.Memories;
using Remanence.ReMe.Library;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>The mark of an observation that reflection has seen.</summary>
internal static class Reflected
{
    private const string Name = "reflected";

    /// <summary>Active observations without it.</summary>
    public static readonly MemoryFilter Missing = new MemoryFilter.And(
    [
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active]),
        new MemoryFilter.Not(new MemoryFilter.Metadata([Aside.Name, Name], MetadataOperator.Eq, [JsonBuild.True])),
    ]);

    public static bool IsOn(Memory memory) => Aside.Get(memory, Name) is not null;

    public static Memory Take(Memory memory) => new(memory) { Metadata = Aside.Without(memory.Metadata, Name) };

    public static Memory Put(Memory memory) => new(memory) { Metadata = Aside.With(memory.Metadata, Name, JsonBuild.True) };
}
