using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>
/// Habits that are taken up again: "I drink coffee again", "went back to smoking". They say what their denial says, the other way round, and so end it.
/// </summary>
internal static class EnglishResumed
{
    private static readonly Regex Form = EnglishRule.Pattern(
        @"^((have|has|just|also|now|recently|sadly|actually)\s+)*((am|is|are|started|began|resumed|went back to|(am|is|are|went|gone) back to|back to"
        + @"|took up|taken up|begun|restarted|relapsed into)\s+(?<doing>\p{L}+ing\b.*?)|(?<rest>(can |do |does )?(eat|eats|drink|drinks|smoke|smokes"
        + @"|drive|drives|use|uses|play|plays|run|runs|go|goes|wear|wears|take|takes|watch|watches|cook|cooks|exercise"
        + @"|exercises)\b.*?))(?<again>\s+again)?[.!]*$");

    private static readonly Regex Back = EnglishRule.Pattern(@"\b(back to|resumed|restarted|relapsed)\b");

    /// <param name="rest">What follows the subject.</param>
    /// <param name="read">What the rules make of a denial of the same.</param>
    public static IReadOnlyList<SpokenFact> Read(string rest, Func<string, List<SpokenFact>> read)
    {
        if (Form.Match(rest) is not { Success: true } match || !(match.Groups["again"].Success || Back.IsMatch(rest)))
        {
            return [];
        }

        var doing = match.Groups["doing"];
        var denied = read(
            doing.Success
                ? $"stopped {doing.Value}"
                : $"do not {EnglishVerb.Plural(match.Groups["rest"].Value.Replace("can ", string.Empty, StringComparison.OrdinalIgnoreCase))}");
        return denied.TrueForAll(fact => fact is { Attribute: Attributes.Habit, Negated: true })
            ? [.. denied.Select(fact => fact with { Negated = false })]
            : [];
    }
}
