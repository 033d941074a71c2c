using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Habits that are given up: "no longer goes to yoga on Tuesdays", "don't bike to work any more".</summary>
internal static class EnglishCeased
{
    private static readonly Regex Form = EnglishRule.Pattern(
        @"^((just|also|now|sadly|really|actually)\s+)*(no longer\s+(?<rest>.+?)"
        + @"|(do|does) not\s+((really|even)\s+)?(?<rest>.+?)\s+(any ?more|any longer|these days))[.!]*$");

    private static readonly Regex Doing = EnglishRule.Pattern($@"^({EnglishTasteRules.Regular})\b.*\s\S");
    private static readonly Regex First = EnglishRule.Pattern(@"^\S+");

    /// <param name="rest">What follows the subject.</param>
    /// <param name="read">What the rules make of the same without the denial.</param>
    public static IReadOnlyList<SpokenFact> Read(string rest, Func<string, List<SpokenFact>> read)
    {
        if (Form.Match(rest) is not { Success: true } match)
        {
            return [];
        }

        var doing = match.Groups["rest"].Value;
        var facts = read(doing);
        if (facts.Count > 0)
        {
            return facts.TrueForAll(fact => fact is { Attribute: Attributes.Habit, Negated: false })
                ? [.. facts.Select(fact => fact with { Value = Plain(fact.Value), Negated = true })]
                : [];
        }

        return Doing.IsMatch(doing) && EnglishValue.Whole(doing) is { } value
            ? [new SpokenFact(null, Attributes.Habit, Plain(EnglishVerb.Others(value)), Negated: true)]
            : [];
    }

    // "goes to yoga" as "go to yoga".
    private static string Plain(string phrase) => First.Replace(phrase, first => EnglishVerb.Plural(first.Value), 1);
}
