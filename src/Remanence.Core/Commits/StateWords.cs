using System.Text.Json;
using Remanence.Memories;

namespace Remanence.Commits;

/// <summary>The words in a memory's state: what somebody said, or a model. Ids, hashes and rules of recurrence are nobody's words.</summary>
internal static class StateWords
{
    /// <summary>The state with other words; the same object when none changes.</summary>
    /// <param name="state">The state.</param>
    /// <param name="text">Gives a text's place to another; the same object leaves it.</param>
    /// <param name="json">Gives a JSON value's place to another; null leaves it.</param>
    public static MemoryState? Change(MemoryState? state, Func<string, string> text, Func<JsonElement, JsonElement?> json)
    {
        if (state is null)
        {
            return null;
        }

        var isChanged = false;
        var changed = state with
        {
            Fact = state.Fact is { } fact
                ? fact with { Subject = Text(fact.Subject), Attribute = Text(fact.Attribute), Value = Text(fact.Value), Reason = Text(fact.Reason) }
                : null,
            Insight = state.Insight is { } insight ? insight with { Subject = Text(insight.Subject) } : null,
            Tool = state.Tool is { } tool ? tool with { Results = [.. tool.Results.Select(Json)] } : null,
            Foreign = state.Foreign is { } foreign ? foreign with { Fields = Json(foreign.Fields) } : null,
        };
        return isChanged ? changed : state;

        string? Text(string? before)
        {
            var after = before is null ? null : text(before);
            isChanged |= !ReferenceEquals(before, after);
            return after;
        }

        JsonElement Json(JsonElement before)
        {
            var after = json(before);
            isChanged |= after is not null;
            return after ?? before;
        }
    }
}
