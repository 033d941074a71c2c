using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Knows values that say a statement is not meant: nobody likes what is only suffered, and no degree is taken in idling.</summary>
internal static class EnglishShape
{
    private static readonly Regex Suffered = EnglishRule.Pattern(
        @"^(being (?!(outside|outdoors|alone|near|in|with|by|on|around|at|active|able|creative|busy|home|organi[sz]ed|married)\b)"
        + @"|(waiting|losing|failing|forgetting|missing"
        + @"|paying|queu\w+|crashing|starting over|rebooting|restarting|procrastinating|overthinking|oversleeping|burning|breaking|tripping|getting (lost"
        + @"|yelled|shouted|ignored|fired|ghosted|stuck|spam\w*|hung up|cut off|interrupted|billed|charged))\b)");

    private static readonly Regex Idle = EnglishRule.Pattern(
        @"\b(procrastinat\w+|overthinking|sarcasm|napping|sleeping( in)?|doing nothing|being late|losing (things|socks|keys)|pressing any|netflix( and chill)?"
        + @"|couch|laziness|worrying|snooz\w+|complaining|eating (crisps|chips|snacks|pizza|cake)|life|hard knocks|memes|google|youtube university)\b");

    /// <summary>Whether the fact's value has the form of what it would be.</summary>
    public static bool Fits(SpokenFact fact) => fact switch
    {
        { Negated: true } => true,
        { Attribute: Attributes.Likes } => !Suffered.IsMatch(fact.Value),
        { Attribute: Attributes.Study or Attributes.Skill or Attributes.Employer or Attributes.School } => !Idle.IsMatch(fact.Value),
        _ => true,
    };
}
