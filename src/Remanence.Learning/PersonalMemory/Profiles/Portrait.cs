using Remanence.Memories;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.Services;

namespace Remanence.PersonalMemory.Profiles;

/// <summary>All that may stand in a user's profile, in its order.</summary>
/// <param name="Sequence">The commit up to which it was read.</param>
/// <param name="Items">The lines.</param>
/// <param name="Mode">Of <see cref="Modes"/>.</param>
internal sealed record Portrait(long Sequence, IReadOnlyList<ProfileItem> Items, string Mode)
{
    public static Portrait Of(long sequence, IReadOnlyList<Memory> memories)
    {
        var lines = memories.Select(memory => (Memory: memory, Mark: FactMark.Of(memory)))
            .Where(line => !line.Mark.Negated)
            .OrderBy(line => Rank(line.Memory, line.Mark))
            .ThenByDescending(line => line.Memory.Use.Reinforced)
            .ThenByDescending(line => line.Memory, Standing.Said)
            .Select(line => ToItem(line.Memory, line.Mark))
            .DistinctBy(item => FactText.Normal(item.Text), StringComparer.Ordinal);
        return new Portrait(sequence, [.. lines], memories.All(memory => memory.Author == Memory.Verbatim) ? Modes.Verbatim : Modes.Inferred);
    }

    private static ProfileItem ToItem(Memory memory, FactState mark) => new()
    {
        Attribute = mark.Attribute,
        Text = memory.Content,
        MemoryId = memory.Kind == MemoryKinds.Message ? memory.Id[..memory.Id.LastIndexOf('/')] : memory.Id,
        Kind = memory.Kind,
        ObservedAt = memory.ObservedAt,
        Sources = memory.Sources,
    };

    // Who they are, what was concluded about them, what was said about them, and last what was said about others.
    private static int Rank(Memory memory, FactState mark) => (memory.Kind, mark) switch
    {
        (MemoryKinds.Profile, _) => 0,
        (_, { Attribute: Attributes.Name, Subject: null }) => 1,
        (MemoryKinds.Insight, _) => 2,
        (_, { Single: true, Subject: null }) => 3,
        (_, { Subject: null }) => 4,
        _ => 5,
    };
}
