using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Reconciliation;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>Insights without a model: attributes that have several values are told in one sentence, those said most often first.</summary>
internal static class InsightRules
{
    private const int Fewest = 3;

    public static IReadOnlyList<Insight> Draw(IReadOnlyList<Memory> observations)
    {
        var groups = observations
            .Select(memory => (Memory: memory, Mark: FactMark.Of(memory)))
            .Where(pair =>
                pair.Mark is { Attribute: not null, Value: not null, Single: false, Negated: false, Subject: null }
                && pair.Mark.Attribute is not (Attributes.Note or Attributes.Plan or Attributes.Event))
            .GroupBy(pair => pair.Mark.Attribute!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return
        [
            .. from @group in groups
            let members = @group
                .OrderByDescending(pair => pair.Memory.Use.Reinforced)
                .ThenBy(pair => pair.Memory, Standing.Said)
                .DistinctBy(pair => FactText.Normal(pair.Mark.Value!), StringComparer.Ordinal)
                .ToList()
            where members.Count >= Fewest
            select new Insight(
                @group.Key,
                Text(@group.Key, [.. members.Select(pair => pair.Mark.Value!)]),
                [.. members.Select(pair => pair.Memory)],
                Memory.Verbatim),
        ];
    }

    private static string Text(string attribute, IReadOnlyList<string> values) => PromptLanguages.Of(values) == PromptLanguage.Chinese
        ? $"{attribute}：{string.Join("、", values)}"
        : $"{attribute}: {string.Join(", ", values)}";
}
