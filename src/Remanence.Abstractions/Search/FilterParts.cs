using Remanence.Stores.Filters;

namespace Remanence.Search;

/// <summary>Takes from a filter what somebody can answer.</summary>
public static class FilterParts
{
    /// <summary>
    /// A filter of the conditions that can be answered only, which admits everything that the given one admits, and possibly more. Leaving conditions out of a
    /// tree by hand goes wrong below <see cref="MemoryFilter.Or"/> and <see cref="MemoryFilter.Not"/>.
    /// </summary>
    /// <param name="filter">The filter; null: everything.</param>
    /// <param name="canAnswer">Whether a single condition, never And, Or or Not, can be answered.</param>
    /// <returns>Null when nothing can be left out.</returns>
    public static MemoryFilter? Answerable(MemoryFilter? filter, Func<MemoryFilter, bool> canAnswer)
    {
        ArgumentNullException.ThrowIfNull(canAnswer);
        return filter is null ? null : Widen(filter, canAnswer);
    }

    // What admits at least as much; null: everything.
    private static MemoryFilter? Widen(MemoryFilter filter, Func<MemoryFilter, bool> canAnswer)
    {
        switch (filter)
        {
            case MemoryFilter.And and:
                MemoryFilter[] kept = [.. and.Parts.Select(part => Widen(part, canAnswer)).OfType<MemoryFilter>()];
                return kept.Length == 0 ? null : new MemoryFilter.And(kept);
            case MemoryFilter.Or or:
                MemoryFilter?[] widened = [.. or.Parts.Select(part => Widen(part, canAnswer))];
                return Array.Exists(widened, part => part is null) ? null : new MemoryFilter.Or(widened!);
            case MemoryFilter.Not not:
                return Narrow(not.Part, canAnswer) is { } narrow ? new MemoryFilter.Not(narrow) : null;
            default:
                return canAnswer(filter) ? filter : null;
        }
    }

    // What admits at most as much; null: nothing.
    private static MemoryFilter? Narrow(MemoryFilter filter, Func<MemoryFilter, bool> canAnswer)
    {
        switch (filter)
        {
            case MemoryFilter.And and:
                MemoryFilter?[] narrowed = [.. and.Parts.Select(part => Narrow(part, canAnswer))];
                return Array.Exists(narrowed, part => part is null) ? null : new MemoryFilter.And(narrowed!);
            case MemoryFilter.Or or:
                MemoryFilter[] kept = [.. or.Parts.Select(part => Narrow(part, canAnswer)).OfType<MemoryFilter>()];
                return kept.Length == 0 ? null : new MemoryFilter.Or(kept);
            case MemoryFilter.Not not:
                return Widen(not.Part, canAnswer) is { } wide ? new MemoryFilter.Not(wide) : null;
            default:
                return canAnswer(filter) ? filter : null;
        }
    }
}
