using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Memories;

namespace Remanence.Flows;

/// <summary>What a run of a flow is given. Not changed by the run; not to be changed while it runs.</summary>
public sealed class FlowCall
{
    private readonly List<(Slot Slot, Action<SlotValues, int> Write)> _typed = [];

    /// <summary>
    /// The fields of the call: the base fields, those of the flow's schema and any other. Each reaches operators as the slot of its name. A field that is not
    /// part of the schema does not fill a slot that a step of the flow writes.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>
    /// Whose memories it works with. Null: the workspace that the field <c>workspace_id</c> names, or <c>default</c>, and there the user whom <c>user_id</c>
    /// names, unless the flow's schema has that field; surfaces that know who calls set it.
    /// </summary>
    public Scope? Scope { get; init; }

    /// <summary>The language of prompts and answers; null: the catalogue's, or else that of the input.</summary>
    public string? Language { get; init; }

    /// <summary>The moment that counts as now; null: the clock's when the run begins.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The longest that the run may take; null: the catalogue's limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    internal IReadOnlyList<(Slot Slot, Action<SlotValues, int> Write)> Typed => _typed;

    /// <summary>
    /// Gives a slot its value as it is, without JSON; it counts more than a field of the same name. A slot that no operator of the flow has is left out.
    /// </summary>
    /// <typeparam name="T">The slot's type.</typeparam>
    /// <param name="slot">The slot.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This call.</returns>
    public FlowCall With<T>(Slot<T> slot, T value)
    {
        ArgumentNullException.ThrowIfNull(slot);
        _typed.Add((slot, (values, index) => values[index].Write(value)));
        return this;
    }
}
