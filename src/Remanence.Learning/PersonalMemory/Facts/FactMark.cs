using Remanence.Memories;

namespace Remanence.PersonalMemory.Facts;

/// <summary>What a memory states in a form that can be compared, in its <see cref="Memory.State"/>.</summary>
internal static class FactMark
{
    private const int MaxSaid = 50;

    private static readonly FactState None = new();

    /// <summary>One without an attribute when it states none.</summary>
    public static FactState Of(Memory memory) => memory.State?.Fact ?? None;

    extension(FactState fact)
    {
        /// <summary>The subject's and the attribute's identity; null when it has no attribute.</summary>
        public string? Slot => fact.Attribute is null ? null : $"{FactText.Normal(fact.Subject ?? string.Empty)}\u001f{Attributes.Identity(fact.Attribute)}";

        /// <summary>The memory with this mark.</summary>
        public Memory On(Memory memory) => new(memory)
        {
            State = (memory.State ?? new MemoryState()) with { Fact = fact with { Said = [.. fact.Said.Skip(Math.Max(0, fact.Said.Count - MaxSaid))] } },
        };
    }
}
