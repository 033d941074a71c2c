using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Stores.Filters;

/// <summary>
/// A condition on memories: a closed tree that every store translates into its own language with values as parameters only.
/// The in-memory meaning, which every translation must equal, is <see cref="Matches"/>.
/// </summary>
public abstract record MemoryFilter
{
    private protected MemoryFilter()
    {
    }

    /// <summary>Whether the memory fulfils the condition.</summary>
    /// <param name="memory">The memory.</param>
    public abstract bool Matches(Memory memory);

    /// <summary>All of the parts; none: everything.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record And(IReadOnlyList<MemoryFilter> Parts) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory) => Parts.All(part => part.Matches(memory));
    }

    /// <summary>One of the parts; none: nothing.</summary>
    /// <param name="Parts">The parts.</param>
    public sealed record Or(IReadOnlyList<MemoryFilter> Parts) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory) => Parts.Any(part => part.Matches(memory));
    }

    /// <summary>Not the part.</summary>
    /// <param name="Part">The part.</param>
    public sealed record Not(MemoryFilter Part) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory) => !Part.Matches(memory);
    }

    /// <summary>One of the ids.</summary>
    /// <param name="Values">The ids.</param>
    public sealed record Id(IReadOnlyList<string> Values) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return Values.Contains(memory.Id, StringComparer.Ordinal);
        }
    }

    /// <summary>One of the kinds.</summary>
    /// <param name="Values">The kinds.</param>
    public sealed record Kind(IReadOnlyList<string> Values) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return Values.Contains(memory.Kind, StringComparer.Ordinal);
        }
    }

    /// <summary>One of the standings.</summary>
    /// <param name="Values">The standings.</param>
    public sealed record Status(IReadOnlyList<MemoryStatus> Values) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return Values.Contains(memory.Status);
        }
    }

    /// <summary>Belief at an instant: recorded in the world's time, <c>ValidFrom &lt;= instant &lt; ValidTo</c>, an absent bound being open.</summary>
    /// <param name="Instant">The instant.</param>
    public sealed record ValidAt(DateTimeOffset Instant) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return (memory.ValidFrom is not { } from || from <= Instant) && (memory.ValidTo is not { } to || Instant < to);
        }
    }

    /// <summary>The field's time lies in [From, To); an absent bound is open; a memory without the field does not match.</summary>
    /// <param name="Field">Which time. An event time matches when one of the memory's intervals overlaps.</param>
    /// <param name="From">Lower bound, inclusive.</param>
    /// <param name="To">Upper bound, exclusive.</param>
    public sealed record Time(MemoryTimeField Field, DateTimeOffset? From, DateTimeOffset? To) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return Field switch
            {
                MemoryTimeField.Observed => Lies(memory.ObservedAt),
                MemoryTimeField.Recorded => Lies(memory.RecordedAt),
                MemoryTimeField.Updated => Lies(memory.UpdatedAt),
                _ => memory.EventTimes.Any(time => (From is not { } from || time.Interval.End > from) && (To is not { } to || time.Interval.Start < to)),
            };
        }

        private bool Lies(DateTimeOffset time) => (From is not { } from || time >= from) && (To is not { } to || time < to);
    }

    /// <summary>One of the keywords, without case.</summary>
    /// <param name="Values">The keywords.</param>
    public sealed record Keyword(IReadOnlyList<string> Values) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return memory.Keywords.Any(keyword => Values.Contains(keyword, StringComparer.OrdinalIgnoreCase));
        }
    }

    /// <summary>In one of the categories.</summary>
    /// <param name="Values">Category ids.</param>
    public sealed record Category(IReadOnlyList<string> Values) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return memory.Categories.Any(category => Values.Contains(category, StringComparer.Ordinal));
        }
    }

    /// <summary>Seen by reflection, as <see cref="MemoryState.Reflected"/> says. It has no JSON: no caller asks for it.</summary>
    public sealed record Reflected : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            return memory.State is { Reflected: true };
        }
    }

    /// <summary>
    /// A value inside the metadata. <paramref name="Path"/> names object members from the outside in. Strings compare by code unit,
    /// numbers by value as doubles, true and false only for equality; a missing member, null, or another type never matches.
    /// </summary>
    /// <param name="Path">The member names; never empty.</param>
    /// <param name="Operator">The comparison.</param>
    /// <param name="Values">One operand, or any number for <see cref="MetadataOperator.In"/>: strings, numbers, true or false.</param>
    public sealed record Metadata(IReadOnlyList<string> Path, MetadataOperator Operator, IReadOnlyList<JsonElement> Values) : MemoryFilter
    {
        /// <inheritdoc/>
        public override bool Matches(Memory memory)
        {
            ArgumentNullException.ThrowIfNull(memory);
            if (memory.Metadata is not { } value)
            {
                return false;
            }

            foreach (var name in Path)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                {
                    return false;
                }
            }

            return Values.Any(operand => MetadataComparison.Holds(value, Operator, operand));
        }
    }
}
