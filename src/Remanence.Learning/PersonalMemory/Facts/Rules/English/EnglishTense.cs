using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>
/// Knows what a clause tells of another time than now: who was vegan for a year, had a dog or worked at a bank may do so no more. What changed something, and
/// is not still to come, holds since: "moved to Zug", "became a nurse", "was diagnosed with asthma".
/// </summary>
internal static class EnglishTense
{
    private const string Years = @"(19|20)\d\d";
    private const string Hedge =
        @"((just|also|really|actually|once|only|both|always|originally|briefly|even|first|recently|finally|previously|formerly|never)\s+)*";

    // Passives that say what somebody is, and not what happened.
    private const string Being =
        "retired|employed|married|engaged|divorced|widowed|separated|interested|obsessed|based|located|self[- "
        + "]employed|enrolled|addicted|unemployed|fascinated|terrified|scared|used|homeschooled|left[- ]handed|right[- ]handed";

    // Verbs of states and habits; the past of others tells of a change.
    private const string Did =
        "had|lived|worked|spoke|owned|kept|knew|loved|liked|hated|enjoyed|preferred|suffered|struggled|believed|played|drove|attended|rented|shared|dated"
        + "|wore|ate|drank|smoked|took care|looked after|fostered|raised|went by|collected|practi[sc]ed|trained|commuted|interned|freelanced|contracted"
        + "|resided|stayed|hailed|needed|could|did";

    private static readonly Regex Was = EnglishRule.Pattern(
        $@"^{Hedge}((was|were)\b(?!\s+((just|recently|finally|officially|originally|then|also|only|both|actually)\s+)*(born|brought up|given|told|made"
        + $@"|laid off|let go|(?!({Being})\b)\p{{L}}{{2,}}ed\b))|({Did})\b)");

    private static readonly Regex Over = EnglishRule.Pattern(
        $@"\b(last (week|month|year|night|weekend|{EnglishWords.Season}|{EnglishWords.Weekday}|{EnglishWords.Month})|yesterday"
        + $@"|(({EnglishWords.Count}) (days?|weeks?|months?|years?|decades?)|ages|a (long )?(while|time)) (ago|back)|(back )?in ((early|mid"
        + $@"|late)[ -])?({Years}|the ({Years}|\d0)s|my (teens|twenties|thirties|youth|childhood|school days))|back (then|in the day)|as an? (\w+ )?(kid"
        + $@"|child|baby|toddler|student|teen|teenager|boy|girl|youth|undergrad)|(in|at|during) (my )?(high school|college|uni(versity)?|school"
        + $@"|grad school|pregnancy|childhood)|growing up|when i was .+|in the past|once|years ago|at the time|in those days|in a past life)\b[^,]{{0,20}}$");

    private static readonly Regex Lasting = EnglishRule.Pattern(
        $@"\b(since|still|until now|to this day|ever|so far|always|every|each)\b|^{Hedge}(got|have|has|moved|became|adopted|bought|joined|started"
        + $@"|started working|quit|left|turned|went|took|gave|stopped|relocated|emigrated|immigrated|transferred|married|born|been|was|were|hired|signed"
        + $@"|accepted|landed|found|settled|switched|upgraded|retired|graduated|finished|completed|earned|broke|tore|sprained|swapped|replaced|handed"
        + $@"|resigned|walked|inherited|founded|co-founded|opened|set up|rescued|welcomed|picked up|converted|changed|grew|sold|lost|diagnosed|named"
        + $@"|brought|put|ended|made|split|separated|learn(ed|t)|taught|visited|avoid|do not|does not|can not)\b");

    private static readonly Regex Coming = EnglishRule.Pattern(
        $@"\b(tomorrow|(the )?day after tomorrow|next (week|weekend|month|year|{EnglishWords.Season}|{EnglishWords.Weekday}|{EnglishWords.Month})"
        + $@"|(?<!(have|has|had|not|never)\b.*)in (a (week|month|year)|({EnglishWords.Count}|a few|a couple of) (days|weeks|months|years))('? time)?"
        + $@"|later this (week|month|year)|(?<!as )soon(?! as)|one day|some ?day)\b");

    // "Turn 50" is to come unless it is today.
    private static readonly Regex Turns = EnglishRule.Pattern(
        @"^((am|is|are|will|will be|going to|about to|just)\s+)*(turn|turns|turning|hit|reach)\b(?!.*\b(today|now|yesterday|ago|last)\b)");
    private static readonly Regex Doing = EnglishRule.Pattern(
        @"^((will|am|is|are|going|to)\s+)*(?<what>(move|start|join|go|begin|become|get|retire|leave|study|work|live|teach|adopt|buy|relocate|transfer"
        + @"|emigrate|switch|marry|launch|open)\b.*|(moving|starting|joining|going|getting|retiring|leaving|relocating|transferring|adopting|buying"
        + @"|opening)\b.*)$");

    // "Moved to Zug, then here", "studied art but dropped out".
    private static readonly Regex Undone = EnglishRule.Pattern(
        @"^.*?\b(moved|relocated|emigrated|immigrated|transferred|settled)\b.*?(\b(then|later|afterwards|eventually) ((moved|went|came|on|back|to|settled"
        + @"|relocated|returned)\b|(here|away|home)\b|(?-i:[A-Z]))|\bbefore (moving|coming|settling|going|returning|relocating)\b|\band (back|on to)\b)"
            + @"|^.*?\b(studied|majored|enrolled|trained)\b.*\b(dropped|quit|gave (it )?up|never finished|did not finish|left|for (a|one|two|three"
            + @"|\d+) (terms?|semesters?|years?|months?))\b");

    /// <summary>Whether the predicate itself tells that what it begins with came to an end.</summary>
    public static bool IsUndone(string predicate) => Undone.IsMatch(predicate);

    /// <summary>What of the facts may be believed now.</summary>
    public static IReadOnlyList<SpokenFact> Holding(IReadOnlyList<SpokenFact> facts, string predicate)
    {
        if (!facts.Any(IsState))
        {
            return facts;
        }

        if (Coming.IsMatch(predicate) || Turns.IsMatch(predicate))
        {
            return [.. facts.Select(fact => IsState(fact) ? Awaited(fact, predicate) : fact).OfType<SpokenFact>().Distinct()];
        }

        var isOver = Was.IsMatch(predicate) || (Over.IsMatch(predicate) && !Lasting.IsMatch(predicate));
        return [.. facts.Where(fact => !IsState(fact) || (!isOver && !IsUndone(predicate)) || fact is { Attribute: Attributes.Pet, Negated: true })];
    }

    // Who turns 50 next year is not 50.
    private static SpokenFact? Awaited(SpokenFact fact, string predicate) =>
        fact switch
        {
            { Negated: true } => fact,
            { Attribute: Attributes.Age } => fact with
            {
                Attribute = Attributes.Event,
                Value = "turns " + predicate[Math.Max(0, predicate.IndexOf(fact.Value, StringComparison.OrdinalIgnoreCase))..],
            },
            _ => Doing.Match(predicate) is { Success: true } doing && EnglishValue.Whole(doing.Groups["what"].Value) is { } what
                ? fact with
                {
                    Attribute = Attributes.Plan,
                    Value = EnglishVerb.Others(what),
                }
                : null,
        };

    private static bool IsState(SpokenFact fact) =>
        fact.Attribute
            is Attributes.Name
                or Attributes.Age
                or Attributes.Home
                or Attributes.Employer
                or Attributes.Occupation
                or Attributes.Study
                or Attributes.School
                or Attributes.Likes
                or Attributes.Allergy
                or Attributes.Diet
                or Attributes.Pet
                or Attributes.Family
                or Attributes.Language
                or Attributes.Owns
                or Attributes.Status
                or Attributes.Nationality
                or Attributes.Health
                or Attributes.Habit
                or Attributes.Skill
                or Attributes.Device
                or Attributes.Belief
                or Attributes.Preference
        || fact.Attribute.StartsWith(Attributes.Favorite, StringComparison.Ordinal);
}
