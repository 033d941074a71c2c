using Remanence.Memories;
using Remanence.Services;
using Remanence.Services.Rules;

namespace Remanence.Editing;

/// <summary>What a patch may say, and what it makes of a memory.</summary>
internal static class PatchRules
{
    public static void Check(MemoryPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        if (patch == new MemoryPatch { Reason = patch.Reason })
        {
            throw new InvalidRequestException("body", "The patch changes nothing: name at least one member, such as content.");
        }

        if (patch.Content is { } content)
        {
            RequestRules.CheckText("content", content, ServiceLimits.MaxMessageLength);
        }

        if (patch.Reason is { } reason)
        {
            RequestRules.CheckText("reason", reason, ServiceLimits.MaxQueryLength);
        }

        RequestRules.CheckParts(patch.Trigger, patch.Keywords, patch.EventTime, patch.Score);
        RequestRules.CheckMetadata("metadata", patch.Metadata);
        if (patch.Status == MemoryStatus.Superseded)
        {
            throw new InvalidRequestException("status", "status superseded is set by the memory that replaces; use active or expired.");
        }
    }

    public static Memory Apply(Memory memory, MemoryPatch patch, DateTimeOffset now)
    {
        var changed = new Memory(memory)
        {
            Content = patch.Content ?? memory.Content,
            Trigger = patch.Trigger ?? memory.Trigger,
            Keywords = patch.Keywords ?? memory.Keywords,
            Metadata = patch.Metadata ?? memory.Metadata,
            State = StateAfter(memory.State, patch),
            EventTime = patch.EventTime is { } time ? new EventTime(new TimeInterval(time.Start, time.End), time.Precision) : memory.EventTime,
            ValidFrom = patch.ValidFrom ?? memory.ValidFrom,
            ValidTo = patch.ValidTo ?? memory.ValidTo,
            Status = patch.Status ?? memory.Status,
            SupersededBy = patch.Status == MemoryStatus.Active ? null : memory.SupersededBy,
            Score = patch.Score ?? memory.Score,
            UpdatedAt = now,
        };
        if (changed.ValidFrom > changed.ValidTo)
        {
            throw new InvalidRequestException("valid_to", "valid_to lies before valid_from.");
        }

        // What was said before the correction does not undo it, and the value that was read is not the one it states now.
        return patch.Content is not null && memory.Kind == MemoryKinds.Observation
            ? new Memory(changed) { State = Corrected(changed.State ?? new MemoryState(), now) }
            : changed;
    }

    // Times that were read from other words are not those of the words that it has now.
    private static MemoryState? StateAfter(MemoryState? state, MemoryPatch patch) => state is null ? null : state with
    {
        MoreTimes = patch.EventTime is null && patch.Content is null ? state.MoreTimes : null,
        Recurrence = patch.Content is null ? state.Recurrence : null,
    };

    private static MemoryState Corrected(MemoryState state, DateTimeOffset now) =>
        state with
        {
            Fact = (state.Fact ?? new FactState()) with { Value = null, Corrected = now },
        };
}
