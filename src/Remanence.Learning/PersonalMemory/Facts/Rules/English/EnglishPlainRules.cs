using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Plain predicates of many topics: "never check my email", "been with the post office 22 years", "have a boiler in the attic".</summary>
internal static class EnglishPlainRules
{
    private const string Firm = @"(?-i:[A-Z0-9][\p{L}\d&.'-]*)( (?-i:[A-Z0-9&][\p{L}\d&.'-]*|of|and|the(?= [A-Z])))*";
    private const string Company = "firm|company|start-?up|agency|studio|bakery|shop|practice|lab|bank|school|hospital|clinic|charity|publisher|brewery|hotel";
    private const string Room = "lounge|kitchen|garden|garage|attic|loft|basement|cellar|shed|hallway|hall|yard|backyard|bathroom|bedroom|living room"
        + "|dining room|office|driveway|flat|house";

    private static readonly Regex Quit = Pattern("^(?<verb>smoked|drunk|drank|driven|drove|eaten|touched|vaped|gambled)( (?<what>.+?))?$");

    public static EnglishRule[] Rules { get; } =
    [
        Of(Attributes.Age, @"^(have )?been (alive|around|on this (earth|planet)) (for )?(?<value>\d{2})\s+years?\b.*$"),
        new(
            $@"^(am )?(turning|turn) (?<age>\d{{2}}|{EnglishNumber.Spelled}) on (the )?(?<value>({EnglishWords.Month}) \d+\w*"
                + $@"|\d+\w*( of)? ({EnglishWords.Month}))\b.*$",
            match =>
                [
                    new SpokenFact(null, Attributes.Birthday, match.Groups["value"].Value),
                    new SpokenFact(null, Attributes.Event, $"turns {match.Groups["age"].Value} on {match.Groups["value"].Value}"),
                ]
        ),
        Of(Attributes.Origin, @"^(came|come|comes) (over |here |across )*from\s+(?!(work|school|the)\b)(?<value>(?-i:[A-Z]).+)$"),
        Of(Attributes.Nationality, $@"^(have|has|hold|holds|travel on|got)\s+(an?|my"
            + $@"|dual)\s+(?<value>(?-i:{EnglishWords.Demonym})([\s-]+(and )?(?-i:{EnglishWords.Demonym}))?) (passport|citizenship)\b.*$"),
        Of(Attributes.Nationality, $@"^(am|is|are)\s+{Adverb}(?<value>(half|part|quarter)[\s-](?!polish )({EnglishWords.Demonym})(,? (and |but )?(half"
            + $@"|part|quarter)[\s-]({EnglishWords.Demonym}))*)\b.*$"),
        Of(Attributes.Nationality, $@"^(am|is|are)\s+{Adverb}(?<value>{EnglishWords.Demonym})$"),
        new(
            $@"^(have |has )?been\s+(working\s+)?(with|at|for)\s+(the )?(?<value>(?!(my|him|her|them|this|that|it|school|uni|home"
                + $@"|an?)\b)[\p{{L}}\d&.' -]{{2,30}}?)\s+(for )?(about |over |almost )?(\d+|{EnglishNumber.Spelled}|two|three|four|five|six|seven"
                + $@"|eight|nine) years\b.*$",
            match => One(Attributes.Employer, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            $@"^{Adverb}(left|quit)\s+(?<old>{Firm})\s+(for|to join)\s+(an? [\w -]{{0,40}}?(called|named) )?(?<value>{Firm})\b.*$",
            match =>
                [
                    new SpokenFact(null, Attributes.Employer, match.Groups["old"].Value, Negated: true),
                    new SpokenFact(null, Attributes.Employer, match.Groups["value"].Value),
                ]
        ),
        Of(
            Attributes.Employer,
            $@"^((have|has|am|is|just|recently|now)\s+)*(been|work|works|working|joined|started|switched|moved|employed)\s+(over )?(at|for|with|to"
                + $@"|by)?\s*an? ([\w-]+ ){{0,3}}?({Company}),? (called|named) (?<value>{Firm})\b.*$"),
        Of(Attributes.Employer, $@"^at (the )?(?<value>{Firm}) (get|have|are|do|always|never|all|use|work)\b.*$"),
        Of(Attributes.Occupation, @"^(work|works|working)\s+(?!(at|for|in|with)\b).{3,60}?,? as an? (?<value>[\p{L} -]{3,40})$", EnglishValue.WithoutArticle),
        new(
            @"^(am|are|is)\s+expecting\s+(?<value>(a|an|our|my|another|twins|the)\b.*\b(baby|child|kid|twins|girl|boy|grandchild)\b.*)$",
            match => One(Attributes.Family, EnglishValue.Whole(match.Groups["value"].Value) is { } value ? "is expecting " + EnglishVerb.Others(value) : null)),
        new(
            $@"^(have |has |got |am )?no (?<value>{EnglishWords.Relations})( or ({EnglishWords.Relations}))?\b.*$",
            match => [new SpokenFact(null, Attributes.Family, "no " + match.Groups["value"].Value)]),
        new(@"^(have |has |am )?no (?<value>pets|animals)\b.*$", match => [new SpokenFact(null, Attributes.Pet, match.Groups["value"].Value, Negated: true)]),
        new(
            @"^(hate|can not stand|can not bear|can not abide|detest|do not like|dislike|loathe) it when (?<value>(?!(you|it)\b).+)$",
            match => One(Attributes.Likes, EnglishVerb.Others(EnglishValue.Whole("when " + match.Groups["value"].Value)), isDenied: true)),
        new(
            @"^((can|could) (easily |happily )?(live on|eat))\s+(?<value>(?!(it|this|that|you|something|anything|alone)\b)[\p{L} ]{3,30}?)(\s+(every"
                + @"|all|each|for|until|till|forever)\b.*)?$",
            match =>
                match.Value.Contains("eat", StringComparison.Ordinal) && !match.Groups[0].Value.Contains("every", StringComparison.Ordinal)
                    ? []
                    : One(Attributes.Likes, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^have not\s+(?<value>(smoked|drunk|driven|eaten [\p{L} ]+?|touched [\p{L} ]+?|vaped|gambled))\s+(since|in (over |about )?(\d+|a|two|three"
                + @"|four|five|six|ten)\b|for (over |about )?\d).*$",
            match => One(Attributes.Habit, Undone(match.Groups["value"].Value), isDenied: true)),
        new(
            @"^(do not|can not)\s+(speak|understand|read|know)\s+((a (single )?word of|any|a lick of|much)\s+)(?<value>(?-i:[A-Z])\p{L}+)\b.*$",
            match => [new SpokenFact(null, Attributes.Language, match.Groups["value"].Value, Negated: true)]),
        Of(
            Attributes.Owns,
            $@"^(have|has)\s+(got\s+)?(?<not>no\s+)?(an?|two|three|four|one)?\s*(?<value>(?!(bit|lot|few|problem|leak|question|party|meeting|spider"
                + $@"|mouse|mice|rat|ant|wasp|draught|smell|damp)\b)[\p{{L}}\d-]+( (?!(problem|leak|infestation)s?\b)[\p{{L}}\d-]+){{0,2}}?)\s+(in"
                + $@"|on) (my|our|the) (back |front |spare )?({Room})\b.*$",
            EnglishValue.WithoutArticle),
        Of(
            Attributes.Device,
            @"^(have |just |finally )*(?<not>got rid of|sold|ditched|binned)\s+(my |the |our )?(old )?(?<value>alexa|siri|kindle|ipad|iphone|xbox"
                + @"|roomba|fitbit|garmin|macbook|thinkpad|chromebook|playstation|apple watch)\b.*$"),
        new(
            @"^(have |just |finally )*(swapped|traded|exchanged)\s+(my|the|our) (old )?(?<old>[\p{L}\d ]{2,25}?)\s+(in )?for (an? "
                + @"|the )?(new )?(?<value>(?-i:[A-Z\d])[\w-]*( [\w-]+)?)\b.*$",
            match =>
                [
                    new SpokenFact(null, Attributes.Device, match.Groups["value"].Value),
                    new SpokenFact(null, Attributes.Device, match.Groups["old"].Value, Negated: true),
                ]
        ),
        Of(
            Attributes.Device,
            @"^(edit|do|write|draw|record|read|watch|play|wear|keep)s?\s+((everything|it all|all my \w+|my \w+) on\s+)?an?\s+(?<value>((19"
                + @"|20)\d\d )?(garmin|fitbit|imac|macbook|mac|ipad|iphone|thinkpad|surface|chromebook|kindle|kobo|pixel|galaxy|xbox|playstation"
                + @"|apple watch|huawei|samsung)\b.*)$"),
        new(
            @"^(have |has )?cancel+ed (my|the|our)\s+(?<value>[\p{L}' -]*\b(trip|flight|holiday|vacation|wedding|move|cruise|visit|party|booking"
                + @"|surgery|appointment)\b.*)$",
            match => One(Attributes.Plan, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)), isDenied: true)),
        new(
            @"^(can|could) (not|never) (sleep|fall asleep|focus|concentrate|function|start (my|the) day) without (?<value>.+)$",
            match =>
                EnglishVerb.Others(EnglishValue.Whole(match.Value)) is { } value ? [new SpokenFact(null, Attributes.Habit, value) { Told = " " + value }] : []),
        new(
            @"^never (?<value>(went to|attended|finished|graduated from) (university|college|uni|high school|school|sixth form|secondary school))\b.*$",
            match => [new SpokenFact(null, Attributes.School, match.Groups["value"].Value.Split(' ')[^1], Negated: true)
                { Told = " never " + match.Groups["value"].Value }]),
        new(
            @"^(almost |pretty much |practically |basically )?never (?<value>(check|look at|read|watch|eat|have|drink|use|buy|take|wear|answer|open"
                + @"|cook|drive|fly|work|listen to|sleep|travel|carry|touch|play|go|skip|miss|leave|reply|respond|shop|spend|borrow|lend|smoke|use|wear"
                + @"|exercise)\b(?! (it|this|that|you|your|wrong|better|thought|to)\b).*)$",
            match =>
                EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)) is { } value
                    ? [new SpokenFact(null, Attributes.Habit, value, Negated: true) { Told = " never " + EnglishVerb.Third(value) }]
                    : []),
        Of(Attributes.Skill, @"^have played (the )?(?<value>[\p{L}]+( [\p{L}]+)?) (for"
            + @"|since)\b.*$", value => EnglishValue.Of(value) is { } what ? "play the " + what : null),
        Of(Attributes.Skill, @"^know (?<value>(?-i:[A-Z])[\w+#.]*) (well|inside out|pretty well|very well|quite well)\b.*$", EnglishValue.Of),
        new(
            @"^(am )?(an? )?(?<what>freshman|sophomore|undergrad|grad student|phd student|(first|second|third|fourth|final|\d(st|nd|rd"
                + @"|th))[- ]year( [a-z]+)? student) (at|in)\s+(?<value>(?!the\b)[\p{L} .'-]{3,30})(,.*)?$",
            match =>
                [
                    new SpokenFact(null, Attributes.Occupation, match.Groups["what"].Value),
                    .. One(Attributes.School, EnglishValue.Of(match.Groups["value"].Value)),
                ]
        ),
        new(
            @"^(have )?(always )?voted (?<value>(?!(for (him|her|them|it|you)|yesterday|already|early|against)\b)(for )?[\p{L}]+( [\p{L}]+)?) (all my"
                + @"|my whole|since|for|every|ever since)\b.*$",
            match => [new SpokenFact(null, Attributes.Belief, "votes " + match.Groups["value"].Value) { Told = " votes " + match.Groups["value"].Value }]),
        new(
            @"^(strongly |firmly |truly |really |honestly )*believe (that )?(?<value>(everyone|everybody|nobody|no one|people|children|kids|animals"
                + @"|women|men|all \w+|every \w+|the state|governments?|education|health ?care|housing) (should|deserves?|must|ought|has|have|can|is"
                + @"|are)\b.*)$",
            match =>
                EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)) is { } value
                    ? [new SpokenFact(null, Attributes.Belief, value) { Told = " believes that " + value }]
                    : []),
        new(
            @"^(keep|keeps|observe|observes) (?<value>shabbat|sabbath|the sabbath|ramadan|lent|passover|shabbos)\b.*$",
            match => [new SpokenFact(null, Attributes.Belief, "keeps " + match.Groups["value"].Value) { Told = " keeps " + match.Groups["value"].Value }]),
        Of(
            Attributes.Preference,
            @"^do not (want|need|like) (any )?(?<value>(push |e-?mail |marketing )?(notifications|reminders|newsletters|phone calls|calls|alerts"
                + @"|emojis?|small talk|flattery|bullet points)\b.*)$",
            value => EnglishValue.Of(value) is { } what ? "no " + what : null),
    ];

    // "smoked" as "smoke".
    private static string? Undone(string words) =>
        Quit.Match(words) is { Success: true } match
            ? (match.Groups["verb"].Value.ToLowerInvariant() switch
            {
                "smoked" => "smoke",
                "vaped" => "vape",
                "gambled" => "gamble",
                "driven" or "drove" => "drive",
                "eaten" or "touched" => "eat",
                _ => "drink",
            }
                + " " + match.Groups["what"].Value).Trim()
            : null;
}
