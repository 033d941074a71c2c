using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Family and pets.</summary>
internal static class EnglishPeopleRules
{
    private const string Have =
        @"((have|has|had|got|just got|adopted|rescued|own|owns|bought|raised|raising|raise|keep|keeps|look after|looks after|took in|recently got"
        + @"|recently adopted|foster|fostering|welcomed|brought home)\s+)+";
    private const string Looks =
        @"((?!(question|questions|issue|problem|lot|bit|picture|photo|video|book|story|list|about|of|for|with|on|to|in|that|hot)\b)[a-z]+[\s-]){0,2}?";
    private const string Name = EnglishNames.One;

    private static readonly Regex Dating = Pattern($@"(dating|seeing|going out with) (?<name>{Name}|a \w+ (called|named) {Name})");
    private static readonly Regex Names = Pattern($@"^(,?\s*(called|named|whose names? (is|are)|by the name of|[,:])\s*)?(?<name>{EnglishNames.Several})");
    private static readonly Regex Listed = Pattern(@"\s*:\s+");
    private static readonly Regex Reason = Pattern(@",?\s+(so|because|since|but|if|when)\b.*$");

    public static EnglishRule[] Rules { get; } =
    [
        new(
            $@"^{Aux}{Have}(?<count>{EnglishWords.Count}"
                + $@"|another)\s+{Looks}(?<animal>({EnglishWords.Animal})( ({EnglishWords.Animal}))?)\b(?!['’])(?! (allergy|food|toy|bed|person"
            + $@"|lover|shelter|video))(?<rest>.*)$",
            match => Pet(match, match.Groups["animal"].Value)),
        new(
            $@"^{Aux}{Have}(?<count>(?!an?\s){EnglishWords.Count})\s+{Looks}(?<animal>{EnglishWords.Animals})\b(?<rest>.*)$",
            match => Pet(match, $"{match.Groups["count"].Value} {match.Groups["animal"].Value}")),
        new(
            $@"^{Aux}{Have}(?<value>(an?|one)\s+{EnglishWords.Which}(?<rel>{EnglishWords.Relation}))\b(?!['’])(?! (of mine|who (works?|said)"
            + $@"|whose))(,?\s*(called|named|,)\s*(?<name>{Name}))?(?<rest>.*)$",
            match => Relative(match)),
        new(
            $@"^{Aux}{Have}(?<value>({EnglishWords.Count}|no|only|twin|identical)\s+([a-z]+[\s-]){{0,2}}?({EnglishWords.Relations})\b.*)$",
            match =>
                One(
                    Attributes.Family,
                    EnglishVerb.Others(EnglishValue.Checked(Listed.Replace(Reason.Replace(match.Groups["value"].Value, string.Empty), ", "))))),
        new(
            $@"^(do not|does not|never)\s+((wanted to|want to|really) )?(have|had)\s+(any |our own |my own )?(?<value>{EnglishWords.Relations}|pets"
            + $@"|{EnglishWords.Animals}|an? (girlfriend|boyfriend|partner|wife|husband))\b.*$",
            match =>
                [
                    new SpokenFact(
                        null,
                        Attributes.Family,
                        "no "
                            + (
                                match.Groups["value"].Value.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
                                    ? match.Groups["value"].Value[2..]
                                    : match.Groups["value"].Value)),
                ]),
        new(
            @"^(am|is) (an?|the) (proud |new |single |first[- ]time |working )*(?<value>(mom|mum|mother|dad|father|parent|grandmother|grandma|grandfather"
            + @"|grandpa|uncle|aunt) (of|to) .+)$",
            match => EnglishValue.Whole(match.Groups["value"].Value) is { } value ? [new SpokenFact(null, Attributes.Family, "is " + value)] : []),
        new(
            @"^(am )?(?<value>(mom|mum|mother|dad|father) of (two|three|four|five|six|twins|one|\d)\b.*)$",
            match => EnglishValue.Whole(match.Groups["value"].Value) is { } value ? [new SpokenFact(null, Attributes.Family, "is " + value)] : []),
        new(
            @"^(am|is) (an? |the )?(?<value>only child|oldest of \w+|youngest of \w+|middle child|twin)\b.*$",
            match => [new SpokenFact(null, Attributes.Family, "is " + match.Groups["value"].Value)]),
        new(
            $@"^{Adverb}(am|is|are) (dating|seeing|going out with) .+$",
            match =>
                Dating.Match(match.Value) is { Success: true } with ? [new SpokenFact(null, Attributes.Family, "partner " + with.Groups["name"].Value)] : []),
    ];

    private static IEnumerable<SpokenFact> Pet(Match match, string animal)
    {
        var name = Names.Match(match.Groups["rest"].Value.TrimStart());
        return [new SpokenFact(null, Attributes.Pet, Called(animal, name.Groups["name"]))];
    }

    /// <summary>"dog Rex", and "dog" where no name is told.</summary>
    public static string Called(string animal, Group name) => name.Success ? $"{animal.ToLowerInvariant()} {name.Value}" : animal.ToLowerInvariant();

    private static IEnumerable<SpokenFact> Relative(Match match)
    {
        var relation = match.Groups["rel"].Value.ToLowerInvariant();
        return relation is "doctor" or "dentist" or "gp" or "manager" or "teacher" or "friend" && !match.Groups["name"].Success
            ? []
            :
            [
                new SpokenFact(
                    null,
                    Attributes.Family,
                    match.Groups["name"] is { Success: true } name ? $"{relation} {name.Value}" : match.Groups["value"].Value.ToLowerInvariant()),
            ];
    }
}
