using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Statements without "I" that nobody makes of others: "leap day baby here, Feb 29", "male, 66", "my PhD was on bees", "text only".</summary>
internal static class EnglishEllipticRules
{
    private const string Firm = @"(?-i:[A-Z0-9][\p{L}\d&.'-]*)( (?-i:[A-Z0-9&][\p{L}\d&.'-]*|of|and|the(?= [A-Z])))*";
    private const string Day = $@"(({EnglishWords.Month})\.? \d{{1,2}}(st|nd|rd|th)?|\d{{1,2}}(st|nd|rd|th)?( of)? ({EnglishWords.Month}))";
    private const string Channel = "signal|whatsapp|telegram|e-?mails?|texts?|sms|slack|imessage|messenger|phone|calls?|teams|discord";

    private static readonly Regex Not = Pattern($"^{EnglishNames.Not}");
    private static readonly string Tongue = EnglishWords.Tongue.Replace("(?-i:", "(", StringComparison.Ordinal);

    public static EnglishRule[] Rules { get; } =
    [
        new(
            @"^((i am|am|i'm) )?(an? )?(male|female|man|woman|guy|nonbinary),? (aged? )?(?<value>\d{2})(?=$|[,.! ])(?! ?(%|kg|lbs?|cm|years? (of|in)"
                + @"|minutes|hours|\d|percent)).*$",
            match => One(Attributes.Age, match.Groups["value"].Value)),
        new(@"^(it's|it is|name is) spel[lt](ed|t)? (?<value>(?-i:\p{Lu}\p{Ll}+))\b.*$", match => One(Attributes.Name, match.Groups["value"].Value)),
        new(
            $@"^i (have )?(changed|switched) my (sur|last |family |first )?name (from \S+ )?to (?<value>{EnglishNames.One})\b.*$",
            match => One(Attributes.Name, match.Groups["value"].Value)),
        new($@"^i go by my (middle|first|second|nick) ?name,? (?<value>{EnglishNames.One})\b.*$", match => One(Attributes.Name, match.Groups["value"].Value)),
        new(
            $@"^i am (?<value>(?-i:\p{{Lu}})[\p{{L}}'-]+ (?-i:\p{{Lu}})[\p{{L}}'-]+) (now|again|these days)$",
            match => Not.IsMatch(match.Groups["value"].Value) ? [] : One(Attributes.Name, match.Groups["value"].Value)),
        new(
            $@"^(i am )?(a )?leap[- ](day|year) (baby|kid|child)( here)?,? (?<value>{Day})\b.*$",
            match => One(Attributes.Birthday, match.Groups["value"].Value)),
        new(
            $@"^(my \w+|\p{{L}}+) and i share (a|our|the same) birthday,? (on |the )*(?<value>{Day}).*$",
            match => One(Attributes.Birthday, match.Groups["value"].Value)),
        new(
            $@"^(it's|it is) my (?<rel>{EnglishWords.Relation})'s (\w+ )?(birthday|bday) (on|is) (the )?(?<value>{Day})\b.*$",
            match => [new SpokenFact(match.Groups["rel"].Value.ToLowerInvariant(), Attributes.Birthday, match.Groups["value"].Value)]),
        new(
            $@"^((for the \w+: )?(date of birth|dob|born)):? (?<value>{Day}( (19|20)\d\d)?)\b.*$",
            match => One(Attributes.Birthday, match.Groups["value"].Value)),
        new(
            @"^(my|our) (flat|apartment|house|place|studio|room) is on (?<value>the (\w+|\d+\w+) floor)\b.*$",
            match => One(Attributes.Home, match.Groups["value"].Value.Replace("the ", "a flat on the ", StringComparison.Ordinal))),
        new(
            $@"^((my|our|the) )?(boss|manager|supervisor|team ?lead|shifts?|team|coworkers?|colleagues?|desk|job) at (the )?(?<value>(?!(moment|end"
                + $@"|home|work|time)\b)({Firm}|[\p{{L}}]+|[a-z]+ (office|shop|hospital|school|bakery|warehouse|factory|library|clinic|bank)))\s+(is"
                + $@"|are|wants?|will|won't|won|keeps?|says?|starts?|ends?|asked|told|gave|pays|has|have|does|do|thinks?)\b.*$",
            match => One(Attributes.Employer, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            $@"^(my|the) contract (with|at) (?<value>{Firm}) (ended|ran out|is over|expired|finished|was not renewed)\b.*$",
            match => One(Attributes.Employer, match.Groups["value"].Value, isDenied: true)),
        new(
            $@"^(our|the|my) (cat|dog|rabbit|puppy|kitten|hamster|parrot|horse), (?<value>{EnglishNames.One}),.*$",
            match => One(Attributes.Pet, $"{match.Value.Split(' ', ',')[1]} {match.Groups["value"].Value}")),
        new(
            $@"^(?<value>{EnglishNames.One}),? (that's|that is|who is) (my|our) {EnglishWords.Which}(?<animal>{EnglishWords.Animal})\b.*$",
            match => One(Attributes.Pet, $"{match.Groups["animal"].Value.ToLowerInvariant()} {match.Groups["value"].Value}")),
        new(
            @"^(few|not many) things (make|bring|please|relax|excite) me (happier|more( \w+)?) than (?<value>.+)$",
            match => One(Attributes.Likes, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            @"^(please |pls )?no (?<value>(?!(idea|need|way|rush|problem|worries|change|limit)\b)[\p{L}]+( [\p{L}]+)?) (in|on) (the|my|our) (meal plan"
                + @"|menu|plan|itinerary|list|recipes?|playlist|trip|diet)\b.*$",
            match => One(Attributes.Likes, match.Groups["value"].Value, isDenied: true)),
        new(
            @"^(my )?(?<meal>breakfast|lunch|dinner|supper) is (always|usually|mostly|generally|typically|normally|nearly always|almost always) (?<value>.+)$",
            match => EnglishValue.Whole(match.Groups["value"].Value) is { } food
                ? One(Attributes.Habit, $"eat {food} for {match.Groups["meal"].Value.ToLowerInvariant()}") : []),
        new(
            @"^(?<value>[\p{L}]+( [\p{L}]+)?) (allergy|intolerance) here\b.*$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            $@"^(?<value>{EnglishWords.Condition}),? (\d|since|again|here|most|every|all|for \d|twice|once)\b.*$",
            match => One(Attributes.Health, match.Groups["value"].Value)),
        new(
            $@"^being (?<value>({EnglishWords.State})( in (my|one) (left |right )?(ear|eye)s?)?)\b.*$",
            match => One(Attributes.Health, "is " + EnglishVerb.Others(match.Groups["value"].Value))),
        new(
            $@"^my (?<value>{Tongue}) is\s+(\w+ ){{0,3}}?(rusty|rubbish|awful|terrible|limited|patchy|so-so|ok|okay|fine|good|bad|decent|basic|fluent"
                + $@"|poor|broken|shaky|non-?existent|(?-i:[ABC][12]))\b.*$",
            match => One(Attributes.Language, Capital(match.Groups["value"].Value))),
        new(
            $@"^(?<value>{Tongue}) (is not|isn't|isnt) my (first|native|mother) (language|tongue)\b.*$",
            match => [new SpokenFact(null, Attributes.Language, Capital(match.Groups["value"].Value) + " as first language", Negated: true)]),
        new(
            $@"^(?<value>{Tongue}) is (basically |kind of |actually |really )?my (first|native|second|mother) (language|tongue)\b.*$",
            match => One(Attributes.Language, Capital(match.Groups["value"].Value))),
        new(
            @"^there('s| is| are) (?<no>no|an?|two|three) (?<value>(?!(way|need|problem|smell|leak|spider|mouse|noise)\b)[\p{L}-]+( [\p{L}-]+)?) in (my"
                + @"|our) (kitchen|flat|house|garden|garage|bathroom|bedroom|living room|attic|basement|building)\b.*$",
            match => One(Attributes.Owns, match.Groups["value"].Value, string.Equals(match.Groups["no"].Value, "no", StringComparison.OrdinalIgnoreCase))),
        new(
            @"^(?<value>(windows|ubuntu|debian|fedora|macos|linux|android|ios|thinkpad|macbook|kindle|pixel|galaxy|iphone|ipad|chromebook|xbox"
                + @"|ps[345])\b[\w ]{0,40}?) (here|owner|user)\b.*$",
            match => One(Attributes.Device, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^((my|our) )?(?<thing>printer|router|laptop|phone|tv|camera|watch|tablet"
                + @"|monitor)( at home)? is an? (?<value>(\p{L}+ )?[\w-]*[\dA-Z][\w-]*( \w+)?)(?=$|[,.]| and\b).*$",
            match => One(Attributes.Device, $"{match.Groups["thing"].Value.ToLowerInvariant()} is {match.Groups["value"].Value}")),
        new(
            @"^my (?<what>phd|thesis|dissertation|master's|masters) (is|was) (on|about|in) (?<value>.+)$",
            match =>
                EnglishValue.Whole(match.Groups["value"].Value) is { } value
                    ? [new SpokenFact(null, Attributes.Event, $"wrote a {match.Groups["what"].Value} on {value}")]
                    : []),
        new(
            @"^(in my (opinion|view)|imo|imho),? (?<value>[\p{L} ]+ should (not )?(be )?(abolished|banned|free|legal|illegal|taxed|outlawed|scrapped"
                + @"|public|compulsory|paid)\b.*)$",
            match =>
                EnglishValue.Whole(match.Groups["value"].Value) is { } value
                    ? [new SpokenFact(null, Attributes.Belief, value) { Told = " believes that " + value }]
                    : []),
        new(@"^(?<value>(" + Channel + @") only)\b.*$", match =>
            One(Attributes.Preference, "to be reached by " + match.Groups["value"].Value.ToLowerInvariant())),
        new(
            $@"^(?<value>(please )?((text|message|reach|write to|contact|call) )?(me )?((on|via|by|over) )?({Channel}),? not ({Channel})\b).*$",
            match => One(Attributes.Preference, "asks: " + EnglishVerb.Others(match.Groups["value"].Value))),
        new(
            @"^(please |pls )?(?<value>no ((phone|video|voice) )?(calls?|voicemails?|voice (notes|messages|msgs|memos)|texts?|notifications))( pls"
                + @"| please)?\b.{0,30}$",
            match => One(Attributes.Preference, match.Groups["value"].Value.ToLowerInvariant())),
        new(
            @"^(the )?best (way|time) to (reach|contact|get hold of|call) me (=|:) (?<value>.+)$",
            match => One(Attributes.Preference, EnglishValue.Whole(match.Groups["value"].Value) is { } value ? "to be reached " + value : null)),
        new(
            @"^(e-?mail('s| is) best for me:?|((you can )?(send|mail|e-?mail|forward|write)) .{0,40}?(my"
                + @"|me)\b[^@]{0,30}?)[:,]?\s*(?<value>[\w.+-]+@[\w-]+(\.[\w-]+)+).*$",
            match => One(Attributes.Contact, match.Groups["value"].Value)),
    ];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
