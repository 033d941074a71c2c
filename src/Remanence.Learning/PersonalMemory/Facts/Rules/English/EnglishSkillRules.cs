using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>What somebody can do, and with which devices.</summary>
internal static class EnglishSkillRules
{
    // "Can" alone asks, offers and permits; with these it tells of a skill.
    private const string Able =
        "juggle|weld|knit|crochet|sew|swim|ski|skate|surf|sail|sing|dance|yodel|whistle|type (\\d|fast|without)|touch[- "
        + "]type|code|program|draw|paint|fence|box|rock climb|dive|row|carve|solder|sculpt|lip-?read|speed-?read|sight-?read|read "
        + "music|sign|backflip|cartwheel|unicycle|"
        + "cook|bake|brew|ferment|fly an? \\w+|drive (an?|stick|manual)|ride (an?|horses|motorbikes)|play (the |an? )?(?!with|along|this|that|it)\\w+|do "
        + "(a |the )?(handstand|backflip|splits?|cartwheel|magic)\\w*|solve (a )?rubik\\S*|bench \\w+|deadlift \\w+|hold my breath|run (a|\\d+) \\w+|fix "
        + "(cars|bikes|bicycles|engines|clocks|watches|computers|radios)|repair \\w+|speak|recite|beatbox|waltz|tango|salsa";

    private const string Art =
        "judo|karate|taekwondo|aikido|jiu-?jitsu|bjj|boxing|kickboxing|muay thai|fencing|yoga|pilates|tai "
        + "chi|ballet|gymnastics|parkour|calligraphy|pottery|ceramics|woodwork(ing)?|archery|capoeira|krav "
        + "maga|crossfit|improv|origami|carpentry|embroidery|ballroom( dancing)?|tap dancing|stand-up( comedy)?";

    private const string Device =
        "iphone|ipad|ipod|macbook|imac|mac( mini| studio| "
        + "pro)?|pixel|galaxy|thinkpad|ideapad|xps|surface|chromebook|kindle|kobo|playstation|ps[345]|xbox|nintendo|steam deck|apple "
        + "watch|garmin|fitbit|airpods|android|laptop|desktop|pc|tablet|smartphone|phone|oneplus|xiaomi|huawei|nokia|fairphone|motorola|raspberry "
        + "pi|windows|linux|ubuntu|fedora|debian|arch|mint|macos|ios|canon|nikon|fujifilm|gopro|e-?reader|smartwatch|flip phone|e-?ink "
        + "tablet|dell|lenovo|asus|acer|wacom|kindle|sonos|alexa|roomba";

    private const string Thing =
        "phone|mobile|laptop|computer|pc|tablet|watch|camera|console|desktop|work machine|machine|e-?reader|smartwatch|printer|router|monitor|headphones|tv";

    private static readonly Regex NoSkill = Pattern(
        @"^(it|this|that|all|least|best|the moment|present|home|work|school|hand|you|them|people|heart|what|everything|nothing|getting into|being (late"
        + @"|lazy))\b");

    public static EnglishRule[] Rules { get; } =
    [
        Of(Attributes.Skill, $@"^{Adverb}(?<not>can not|can no longer|could never|never learned (how )?to)\s+(?<value>({Able})\b.*)$", Deed),
        Of(
            Attributes.Skill,
            $@"^{Adverb}(can|am able to|know how to|knows how to|taught (myself|him|her|me) (how )?to|learn(ed|t) (how )?to)\s+{Adverb}(?<value>({Able})\b.*)$",
            Deed),
        Of(
            Attributes.Skill,
            $@"^{Adverb}(know|knows) how to\s+(?<value>(?!(do|use|get|make|say|ask|put|go|spell|handle|deal|write this|tell|feel|answer|explain) ).+)$",
            Deed),
        Of(
            Attributes.Skill,
            $@"^(am|is|are)\s+{Adverb}(?<not>not (very |that |so |much )?good|terrible|bad|hopeless|awful|rubbish|useless|no good|lousy)\s+at\s+(?<value>.+)$",
            Good),
        Of(
            Attributes.Skill,
            $@"^(am|is|are)\s+{Adverb}((pretty|really|very|quite|fairly|reasonably|incredibly|rather)\s+)*(good|great|decent|excellent|brilliant|skilled"
            + $@"|proficient|experienced|handy|competent|talented|an expert)\s+(at|in|with)\s+(?<value>.+)$",
            Good),
        Of(
            Attributes.Skill,
            $@"^((have|has)\s+)?been {Adverb}(?<value>(coding|programming|writing|developing|working|playing|teaching|singing|dancing|painting|drawing"
            + $@"|sewing|knitting|baking|cooking|climbing|sailing|skiing|surfing|diving|fencing|boxing|weaving|carving|brewing|gardening|translating"
            + $@"|interpreting)( (in|with|on))? (?-i:\p{{Lu}})[\p{{L}}#+.]*)\s+(for|since)\b.*$"),
        Of(
            Attributes.Skill,
            @"^(have|has)\s+(got )?(?<value>(perfect|absolute) pitch|a photographic memory|a black belt in [\p{L} ]+|a green thumb|green fingers)\b.*$",
            value => "has " + EnglishVerb.Others(value)),
        Of(Attributes.Skill, $@"^{Adverb}(?<value>(touch[- ]type|type)s? (on (?-i:\p{{Lu}})\w+|\d+ words|about \d+ words)\b.*)$", EnglishValue.Of),
        Of(
            Attributes.Skill,
            $@"^{Adverb}(program|programs|code|codes|write code|develop software)\s+{Adverb}in\s+(?<value>(?-i:[A-Z]).+)$",
            value => EnglishValue.Of(value) is { } language ? "program in " + language : null),
        Of(
            Attributes.Habit,
            $@"^((have|has)\s+been\s+|been\s+)?{Adverb}(?<value>(do|does|doing|practi[sc]e|practi[sc]es|practi[sc]ing|train|training"
            + $@"|teach)( in)?\s+({Art})\b.*)$",
            value => EnglishValue.Of(value) is { } art ? "do " + art[(art.IndexOf(' ', StringComparison.Ordinal) + 1)..] : null),
        Of(
            Attributes.Device,
            $@"^((have|has|am|is)\s+)?{Adverb}(use|uses|using|run|running|game on|type on|write on|work on|working on|draw on|read on|shoot with"
            + $@"|do everything on|am on|switched to|upgraded to|carry)\s+(an?|my|the|on)?\s*(?<value>([\w-]+ ){{0,2}}?({Device})\b(?! (app|apps|store"
            + $@"|updates?|version|question|support|error|api|file|game|charger)s?).*)$",
            EnglishValue.WithoutArticle),
    ];

    /// <summary>"My laptop runs Fedora".</summary>
    public static EnglishRule[] Own { get; } =
    [
        new(
            $@"^(my|our) (?<thing>((work|home|main|old|new|current|gaming) )*({Thing})) (is|are)\s+(still |just )?(?<value>(an? "
            + $@"|the )?([\w'-]+ ){{0,2}}?(?-i:[A-Z\d])[\w'-]*( [\w'-]+)*)$",
            match => Equipment(match, "is")),
        new(
            $@"^(my|our) (?<thing>((work|home|main|old|new|current|gaming) )*({Thing})) (runs|is running)\s+(?<value>(?-i:[A-Z]).+)$",
            match => Equipment(match, "runs")),
    ];

    private static IEnumerable<SpokenFact> Equipment(Match match, string verb) =>
        EnglishValue.Of(match.Groups["value"].Value) is { } value && value.Any(char.IsLetter)
            ? [new SpokenFact(null, Attributes.Device, $"{match.Groups["thing"].Value.ToLowerInvariant()} {verb} {value}")]
            : [];

    private static string? Deed(string text) => EnglishVerb.Others(EnglishValue.Of(text));

    private static string? Good(string text) => EnglishValue.Of(text) is { } value && !NoSkill.IsMatch(value) ? "at " + EnglishVerb.Others(value) : null;
}
