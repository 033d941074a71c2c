using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Who somebody is: name, age, home, where they come from, what they speak, whom they live with.</summary>
internal static class EnglishLifeRules
{
    private const string Place =
        @"(?!(one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|different|lots|fear|peace|hope|love|denial|constant|the (past|moment|now"
        + @"|dark|zone)|an? (dream|bubble|hurry|rush|world|bit|good|bad|weird)|front|trouble|need|touch|luck|doubt|agreement|on|over|out|with|together"
        + @"|next|tomorrow|the (moon|sun|matrix|shire|void|future|clouds|jungle book|basement of doom)|mars|jupiter|hogwarts|narnia|middle[- ]earth"
        + @"|westeros|gotham|buckingham palace|the white house|asgard|wakanda|camelot|tatooine|whiterun|azkaban|a captcha|the cloud|a bin|the fridge"
        + @"|atlantis|a (cave|castle|shoe|tree|box|bubble|pineapple|volcano|spaceship|simulation)|(under )?a (rock|bridge))\b)";

    // A place may end with a year.
    private const string Dated = $@"(?=((the|early|late|mid|a|an)[ -]+)*(\d|({EnglishWords.Month}|{EnglishWords.Season}|{EnglishWords.Weekday}|leap)\b))";

    private static readonly Regex BirthPlace = Pattern(@"(?<=\d.*),? (in|at) (?-i:[A-Z]).*$");
    private static readonly Regex Year = Pattern(@"^(the (early |mid |late )?)?(19|20)?\d\ds?$");
    private static readonly Regex From = Pattern(@"\s+from\s+.*$");
    private static readonly Regex Fluently = Pattern(
        @"^(fluent|fluently|some|a little( bit of)?|a bit of|a smattering of|enough|basic|broken|native|good|decent|conversational|both|only)\s+"
        + @"|\s+(fluently|natively|at home|with (my|his|her) .*|quite well|very well|well|badly|a (little|bit)( bit)?)$");

    public static EnglishRule[] Rules { get; } =
    [
        Of(Attributes.Name, @"^(am|is) (called|named)\s+(?<value>(?-i:\p{Lu}).+)$"),
        Of(Attributes.Name, @"^go(es)? by\s+(?<value>(?-i:\p{Lu})[\p{L}'-]+)\b.*$"),
        new(
            $@"^{Aux}{Adverb}{Not}{Adverb}((?<!(was|were|do|did) )(live|lives|living|based|settled|reside|resides|residing|staying|located))( happily"
            + $@"| together| alone| abroad)*\s+(in|at|on|over in|out in|down in|up in|(?<near>(just |right |really |pretty |quite |somewhere )*(near"
            + $@"|outside( of)?|close to|right by|not far from|next to|north of|south of|east of|west of)))\s+(?<value>{Place}.+)$",
            Dwelling),
        new($@"^(live|lives|living)\s+(alone|(together )?with [^,]{{3,40}}?)\s+(in|(?<near>near|outside))\s+(?<value>{Place}(?-i:[A-Z]|a |the ).+)$", Dwelling),
        Of(Attributes.Home, $@"^(have|has)\s+{Adverb}lived\s+(here )?in\s+(?<value>{Place}.+)$"),
        Of(
            Attributes.Home,
            $@"^((have|has|did|got|ended up|just)\s+)*{Adverb}(moved|relocated|emigrated|immigrated|transferred)\s+(back |over |out |up |down |away "
            + $@"|here )*(from\s+.+?\s+)?(to|into)\s+(?<value>(?!(together|with|next|tomorrow|a new role|the next)\b).+)$",
            value => EnglishValue.Of(From.Replace(value, string.Empty))),
        Of(Attributes.Home, @"^(am|is|are)\s+(now |currently )?in\s+(?<value>(?-i:[A-Z])[\p{L} .'-]+?)\s+(now|these days|nowadays|at the moment|currently)$"),
        Of(Attributes.Home, $@"^(am|is|are|have|has)\s+{Adverb}(been )?back in\s+(?<value>(?-i:[A-Z]).+)$"),
        Of(
            Attributes.Nationality,
            $@"^(am|is|are)\s+{Adverb}((?<not>not)\s+)?(an? )?(?<value>((half|part|second generation"
            + $@"|first generation)[\s-]+)?(?-i:{EnglishWords.Demonym})([\s-]+(and |but )?(half[\s-]+)?(?-i:{EnglishWords.Demonym}))*)( citizen"
            + $@"| national)?\b(?! (food|cuisine|music|time|class|teacher|movies?|literature|history|speaking)).*$"),
        Of(
            Attributes.Age,
            @"^((am|is|are|have|has|just|recently|only)\s+)*(turned|turning|turns|turn)?\s*(?<value>\d{1,3})(( years?| yrs?|yo|y/o)( old)?)?\s*((now"
            + @"|today|yesterday|already|the day before yesterday|last .*|this .*|next .*|on .*|in .*|a .*ago|and .*|years (young|of age))|,.*)?$",
            Number),
        Of(
            Attributes.Age,
            $@"^((am|is|are|have|has|just|recently|only|now|already|finally)\s+)*(am|is|are|turned|turning|hit"
            + $@"|reached)\s+(the big )?(?<value>{EnglishNumber.Spelled}|\d{{2}})( years?( old| young)?)?( (now|today|yesterday|already|last \w+|this \w+"
            + $@"|on \w+|in \w+|a \w+ ago))*$",
            EnglishNumber.InDigits),
        new(
            @"^(am|is|are)\s+(still |already |now )?(?<value>in (my|his|her|their|our) (early |mid |late |early-|mid-|late-)?(teens|twenties|thirties"
            + @"|forties|fifties|sixties|seventies|eighties|nineties|\d0s))\b.*$",
            match => One(Attributes.Age, EnglishVerb.Others(match.Groups["value"].Value))),
        Of(
            Attributes.Home,
            $@"^(rent|rents|renting|share|shares|sharing|sublet|subletting|lease|leasing)\s+(an?|our|my|the)\s+([\w-]+ ){{0,3}}(flat|apartment|house"
            + $@"|studio|room|place|condo|townhouse|cottage|loft|bungalow)\s+(in|near|outside)\s+(?<value>{Place}.+)$"),
        Of(
            Attributes.Home,
            $@"^((have|has|ended up|recently|finally|just)\s+)*(settled( down)?|put down roots|made (my|our) home|set up home"
            + $@"|landed)\s+in\s+(?<value>{Place}(?-i:[A-Z]).+)$"),
        Of(Attributes.Home, @"^call\s+(?<value>(?-i:[A-Z])[\p{L} .'-]{2,30}?)\s+(my )?home\b.*$"),
        Of(
            Attributes.Origin,
            @"^(hail|hails|come|comes|am|is|are)\s+(originally |actually )?from\s+(?<value>(a|an|the)\s+([\w-]+ ){0,3}(village|town|city|island|suburb"
            + @"|farm|part|north|south|east|west|coast|countryside|province|valley)\b.*)$"),
        Of(Attributes.Origin, @"^(hail|hails)\s+from\s+(?<value>.+)$"),
        Of(
            Attributes.Origin,
            @"^spent (most of |all of )?(my|his|her) (whole |entire )?(childhood|early years|formative years|youth"
                + @"|teenage years)\s+in\s+(?<value>(?-i:[A-Z]|the |a ).+)$"),
        Of(Attributes.Origin, @"^(am|is)\s+an?\s+(?<value>(?-i:[A-Z])[\p{L} ]{2,25}?)\s+native\b(?! speaker).*$"),
        Of(Attributes.Origin, @"^(am|is)\s+an?\s+native of\s+(?<value>(?-i:[A-Z]).+)$"),
        new(
            $@"^{Adverb}(speak|speaks|know|knows|read|reads|understand|understands|use|uses|get by in|gets by in|picked up|can (speak|read|understand"
            + $@"|write|get by in|converse in|hold a conversation in))\s+(?<value>(fluent |some |a little |a bit of |a smattering of |enough |decent "
            + $@"|basic |only |both |conversational )*({EnglishWords.Tongue})\b.*)$",
            Languages),
        Of(Attributes.Age, @"^(am|is)\s+an?\s+(?<value>\d{1,3})[\s-]years?[\s-]olds?\b.*$", Number),
        new(
            @"^(am )?(?<value>\d{2})\s?[mf]\b,?( from (?<from>(?-i:[A-Z])[\p{L} ]+?))?( here)?([,.].*)?$",
            match =>
                [
                    new SpokenFact(null, Attributes.Age, match.Groups["value"].Value),
                    .. match.Groups["from"].Success ? [new SpokenFact(null, Attributes.Origin, match.Groups["from"].Value)] : Array.Empty<SpokenFact>(),
                ]),
        Of(
            Attributes.Birthday,
            @"^((was|were) )?born on\s+(?<value>(christmas|new year'?s?|boxing|easter|valentine'?s?|halloween|thanksgiving|leap|april fools'?"
            + @"|independence)( (day|eve|sunday|monday))?)\b.*$"),
        new(
            $@"^((was|were) )?born (on|in)\s+(?<value>{Dated}(?=[^,]*\d)(?!.*[A-Z][a-z]+ (hospital|district)).+)$",
            match => Born(BirthPlace.Replace(match.Groups["value"].Value, string.Empty))),
        new(
            $@"^((am|is|are|was|were)\s+)*(originally |actually |both )*(born( (and|&) (raised|bred))?|raised|brought up)\s+(and raised )?(in"
            + $@"|on)\s+(?!({EnglishWords.Month})\b)(?<value>(?-i:[A-Z]|a |the ).+?)(,?\s+(on|in)\s+(the\s+)?(?<date>{Dated}(?=[^,]*\d)(?!\d+\w* (street"
            + $@"|floor|avenue|hospital))[^,]+))?$",
            match =>
                [
                    .. One(Attributes.Origin, EnglishValue.Of(match.Groups["value"].Value)),
                    .. match.Groups["date"].Success ? Born(match.Groups["date"].Value) : [],
                ]),
        Of(
            Attributes.Origin,
            @"^(am|is|are|come|comes)\s+(originally |actually |both )*from\s+(?!(atlantis|mars|venus|narnia|hogwarts|krypton|gotham|asgard|wakanda"
            + @"|camelot)\b)(?<value>(?-i:[A-Z]).+)$"),
        Of(
            Attributes.Origin,
            @"^(mostly )?(grew up|spent my childhood)\s+(?<value>(in|on) (?!(the|an?) (\w+ )?(household|family|era)\b).+)$",
            value => EnglishValue.Of(value.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? value[3..] : value)),
        new(
            $@"^{Adverb}((?<not>do not|does not|can not|never)\s+)?(can )?(speak|speaks)\s+(?<value>(fluent |some |a little |a bit of |native "
            + $@"|basic )?(?-i:[A-Z]).+)$",
            Languages),
        new(@"^(am|is) an? native (speaker of )?(?<value>(?-i:[A-Z])\p{L}+)( speaker)?\b.*$", Languages),
        new(@"^(grew up|was raised) (speaking|bilingual in)\s+(?<value>(?-i:[A-Z]).+)$", Languages),
        new(@"^(am|is|are)\s+(fluent|bilingual|conversational)\s+(in|with)\s+(?<value>(?-i:[A-Z]).+)$", Languages),
        Of(
            Attributes.Status,
            $@"^((am|is|are|have|has|had|been|got|get|just|recently|finally|happily|now|still|newly)\s+)*(am|is|are|been|got|get)\s+{Adverb}((?<not>not"
            + $@"|never)\s+)?{Adverb}(?<value>married|single|divorced|engaged|widowed|separated)\b(?! (out|piece|by accident|from reality"
            + $@"|to (my|the|his|her|this) (?!([\w-]+ ){{0,2}}({EnglishWords.Relation}|love)\b))).*$"),
        Of(Attributes.Status, @"^(am|is) (?<value>an? (widow|widower|single (mom|mum|mother|dad|father|parent)|bachelor))\b.*$"),
        new(
            $@"^((have|has|and i|and my (ex )?(boyfriend|girlfriend|partner|husband|wife))\s+)*(recently |just |finally )*(broke up|split up|split"
            + $@"|separated|got divorced|parted ways)\b.*$",
            _ => [new SpokenFact(null, Attributes.Status, "separated")]),
    ];

    // Who lives near Bonn does not live in it.
    private static IEnumerable<SpokenFact> Dwelling(Match match) =>
        One(
            Attributes.Home,
            EnglishValue.Of(match.Groups["value"].Value) is { } place
                ? match.Groups["near"] is { Success: true } near
                    ? $"{near.Value.ToLowerInvariant()} {place}"
                    : place
                : null,
            IsDenied(match));

    // A year is no birthday.
    private static IEnumerable<SpokenFact> Born(string date) => EnglishValue.Whole(date) is { } value
        ? Year.IsMatch(value) ? [new SpokenFact(null, Attributes.Event, $"was born in {value}")] : [new SpokenFact(null, Attributes.Birthday, value)]
        : [];

    private static string? Number(string text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var age) && age is > 0 and < 125 ? text : null;

    private static IEnumerable<SpokenFact> Languages(Match match) =>
        EnglishValue.Each(match.Groups["value"].Value).Select(one => EnglishValue.Of(Fluently.Replace(one, string.Empty)))
            .Where(one => one is not null && char.IsUpper(one[0])).SelectMany(one => One(Attributes.Language, one, IsDenied(match)));
}
