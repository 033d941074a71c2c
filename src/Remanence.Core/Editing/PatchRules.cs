using Remanence.Ingest.Times;
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
        // Who writes a whole memory back with one member changed gives the words that it had.
        var words = patch.Content is { } said && said != memory.Content ? said : null;
        var (time, state) = TimesAfter(memory, patch, words);
        var changed = new Memory(memory)
        {
            Content = words ?? memory.Content,
            Trigger = patch.Trigger ?? memory.Trigger,
            Keywords = patch.Keywords ?? memory.Keywords,
            Metadata = patch.Metadata ?? memory.Metadata,
            State = state,
            EventTime = time,
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
        return words is not null && memory.Kind == MemoryKinds.Observation
            ? new Memory(changed) { State = Corrected(changed.State ?? new MemoryState(), now) }
            : changed;
    }

    // Times that were read from other words are not those of the words that it has now; one that a caller gave stands until another is given.
    private static (EventTime? First, MemoryState? State) TimesAfter(Memory memory, MemoryPatch patch, string? words)
    {
        EventTime? given = patch.EventTime is { } named ? new EventTime(new TimeInterval(named.Start, named.End), named.Precision) : null;
        if (words is null)
        {
            return given is null || given == memory.EventTime
                ? (memory.EventTime, memory.State)
                : (given, memory.State is null ? null : memory.State with { MoreTimes = null });
        }

        var was = EventTimes.Of(memory.Content, memory.ObservedAt).First;
        if (given is null && memory.EventTime == was)
        {
            var (first, read) = EventTimes.Of(words, memory.ObservedAt);
            return (first, With(memory.State, read));
        }

        return (given ?? memory.EventTime, With(memory.State, times: null));
    }

    private static MemoryState? With(MemoryState? state, MemoryState? times) => state is null && times is null
        ? null
        : (state ?? new MemoryState()) with { MoreTimes = times?.MoreTimes, Recurrence = times?.Recurrence };

    private static MemoryState Corrected(MemoryState state, DateTimeOffset now) =>
        state with
        {
            Fact = (state.Fact ?? new FactState()) with { Value = null, Corrected = now },
        };
}
