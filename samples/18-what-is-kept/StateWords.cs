using Remanence.Memories;

namespace WhatIsKept;

internal static class StateWords
{
    public static IEnumerable<string> Of(MemoryState? state)
    {
        if (state is null)
        {
            return ["nothing is kept beside it"];
        }

        string?[] lines =
        [
            state.Fact is { } fact ? Words(fact) : null,
            state.MoreTimes is { } times ? $"tells of more than one time: also {string.Join(", ", times.Select(Words))}" : null,
            state.Recurrence is { } rule ? $"comes again: {rule}" : null,
            state.Reflected ? "reflection has seen it" : null,
            state.Insight is { } insight ? $"an insight about {insight.Subject ?? "nobody in particular"}{(insight.Withdrawn ? ", withdrawn" : "")}" : null,
            state.Forgotten is { } forgotten ? $"nothing is made again of {forgotten.Count} messages" : null,
            state.Experience is { } experience ? $"made of {experience.Runs.Count} runs{(experience.Contrast ? " that ended differently" : "")}" : null,
            state.Tool is { } tool ? $"rests on {tool.Results.Count} calls; {(tool.ByRules ? "may be" : "is not")} written anew by rules" : null,
            state.Foreign is { } foreign ? $"goes back to {foreign.Format} as {foreign.Fields.GetRawText()}" : null,
        ];
        return lines.OfType<string>();
    }

    private static string Words(FurtherTime time) => $"{time.Start:yyyy-MM-dd} to {time.End:yyyy-MM-dd} ({time.Precision})";

    // Of two that were said at one time, the one that stands later holds.
    private static string Words(FactPlace? place) => place is null ? "nobody knows where" : $"at message {place.Message}, place {place.Part}";

    private static string Words(FactState fact)
    {
        var says = $"{fact.Subject ?? "the user"}: {fact.Attribute ?? "something"} is{(fact.Negated ? " not" : "")} {fact.Value ?? "as it says"}";
        return $"{says}{(fact.Single ? ", one at a time" : "")}{(fact.Reason is { } reason ? $"; {reason}" : "")}; said {fact.Said.Count} times, "
            + $"{Words(fact.Places is [.., var last] ? last : null)}";
    }
}
