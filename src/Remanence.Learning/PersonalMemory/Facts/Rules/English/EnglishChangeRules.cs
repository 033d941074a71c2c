using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>What came to an end without anything in its place: a job that was quit, a pet that died, a taste that is gone.</summary>
internal static class EnglishChangeRules
{
    private const string Lost =
        "lost|buried|rehomed|gave away|gave|put|sold|said goodbye to|had to (say goodbye to|rehome|put|give|let go of|bury|sell)|let go of";

    private static readonly Regex LongAgo = Pattern(@"\b((19|20)\d\d|years ago|decades ago|when i was .+|in my (teens|twenties|thirties|forties))\b");
    private static readonly Regex None = Pattern(@"^(quit|left|lost|resigned|walked out|handed in|gave (up|in)|got|was|were)\b(?-i:(?!.*[A-Z]))");

    public static EnglishRule[] Rules { get; } =
    [
        new(
            @"^((have|has|just|finally|recently|also|sadly|then)\s+)*(?<value>((quit|left|lost|gave up|resigned from|walked out of) (my|his|her|our|their"
            + @"|that|the) ((old|day|office|teaching|desk|full[- ]time|part[- ]time) )*(job|post|position)|((got|was|were|been) |been )(laid off|fired"
            + @"|made redundant|let go|sacked|dismissed)|(handed|gave) in (my|his|her|our) (notice|resignation)|gave notice|quit|resigned)(?=$|[,.!]"
            + @"|\s+(from work|at work|last|this|on|in|yesterday|today|a|an|two|three|four|five|six|recently|because|to|without)\b)(?! (on|to) (?!(monday"
            + @"|tuesday|wednesday|thursday|friday|saturday|sunday)\b)).*)$",
            Left),
        new(
            $@"^((have|has|had|just|sadly|recently|finally)\s+)*({Lost})\s+(away |up )?(our|my)\s+{EnglishWords.Which}(?<animal>{EnglishWords.Animal})\b"
            + $@"(?!['’])(?! (toy|food|bed|collar|leash|lead|carrier|cage|tag|book|photo|pills?|on|in|back|into|through"
            + $@"|first)\b)(,?\s+(?<name>{EnglishNames.One}))?(\s+(away|up|down|to sleep|for adoption|to .+))?(?<rest>.*)$",
            match =>
                match.Value.Contains("found", StringComparison.OrdinalIgnoreCase)
                    ? []
                    : [new SpokenFact(null, Attributes.Pet, EnglishPeopleRules.Called(match.Groups["animal"].Value, match.Groups["name"]), Negated: true)]),
        new(
            $@"^(do not|does not|no longer|am no longer)\s+(have|has|keep|keeps|own|owns)\s+(an?|any|the|my"
            + $@"|our)\s+{EnglishWords.Which}(?<animal>{EnglishWords.Animals}|{EnglishWords.Animal}|pets?)\b(\s+(any ?more|any longer|these days|now))?$",
            match => [new SpokenFact(null, Attributes.Pet, match.Groups["animal"].Value.ToLowerInvariant(), Negated: true)]),
        new(
            $@"^((have|has|just|recently|slowly|kind of|really|totally)\s+)*(gone off|went off|grown (tired|bored|weary|sick) of|grew (tired|bored|weary"
            + $@"|sick) of|got (tired|bored|sick) of|lost (all |any |my )?(interest in|love (for|of)|passion for|taste for|appetite for)"
            + $@"|fallen out of love with|fell out of love with|(am|is|are) (over|done with|tired of|sick of|bored (of|with)|no longer (into|fond of"
            + $@"|keen on|interested in|a fan of)))\s+(?<value>(?!(it|this|that|you|him|her|them|us|life|work|being|waiting|having|my (job|boss|ex))\b"
            + $@"|(on|to|at|with|in|the) ).+)$",
            match =>
                EnglishValue.List(match.Groups["value"].Value).Select(one => new SpokenFact(null, Attributes.Likes, EnglishVerb.Others(one), Negated: true))),
    ];

    /// <summary>Whether an employer's name says that there is none.</summary>
    public static bool IsNone(string employer) => None.IsMatch(employer);

    // Since somebody has one employer, "quit their job" takes the place of the one before. What was long ago says nothing of today's.
    private static IEnumerable<SpokenFact> Left(Match match) =>
        EnglishValue.Of(match.Groups["value"].Value) is { } value
            ? One(LongAgo.IsMatch(match.Value) ? Attributes.Event : Attributes.Employer, EnglishVerb.Others(char.ToLowerInvariant(value[0]) + value[1..]))
            : [];
}
