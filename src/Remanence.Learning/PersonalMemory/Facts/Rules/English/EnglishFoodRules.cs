using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>How somebody eats and drinks, and what they bear badly.</summary>
internal static class EnglishFoodRules
{
    private const string Food =
        "dairy|gluten|carbs|sugar|alcohol|meat|red meat|caffeine|spicy( "
        + "food)?|seafood|shellfish|pork|beef|bread|wheat|milk|cheese|eggs|nuts|fish|booze|soda|coffee|junk food|fast "
        + "food|sweets|mushrooms|onions|garlic|cilantro|coriander|tomatoes|lactose|soy|fried food|processed food|mayo|raw fish|sushi";

    private static readonly Regex NoMeal = Pattern(@"\b(plans|guests|friends|people|company|meeting|meetings|time|someone|you|nothing|something|over)\b");

    public static EnglishRule[] Rules { get; } =
    [
        new(
            @"^(?<phrase>(always |usually |still )?(take|takes|drink|drinks|like|likes|have|has|eat|eats) (my|his|her|our) (coffee|tea|espresso|steaks?"
            + @"|eggs|toast|curry|curries|whisky|whiskey|burgers?|pizza|pasta|noodles|rice|porridge|soup|ramen)\b.{2,40})$",
            match => Habit(match)),
        new(
            @"^(?<phrase>(always |usually |mostly |normally |only )*(eat|eats|have|has|drink|drinks)\s+(?!had\b)[\p{L} ',&-]{3,40} for (breakfast|lunch"
            + @"|dinner|supper|brunch|dessert)\b.*)$",
            match => NoMeal.IsMatch(match.Value) ? [] : Habit(match)),
        Of(
            Attributes.Habit,
            $@"^{Adverb}(?<not>do not|does not|never|no longer|can not)\s+{Adverb}(do|touch|consume|handle|stomach|digest|tolerate)\s+(?<value>({Food})\b.*)$",
            value => EnglishValue.Of(value) is { } food ? "eat " + food : null),
        Of(
            Attributes.Habit,
            $@"^((am|is|are|have|has|been|just|recently|now)\s+)*(?<not>off|avoid|avoids|avoiding|steer clear of|stay away from|staying away from|cut out"
            + $@"|cutting out|gave up|given up|swore off|sworn off|quit eating|laying off)\s+{Adverb}(all |any |most )?(?<value>({Food})\b.*)$",
            value => EnglishValue.Of(value) is { } food ? "eat " + food : null),
        new(
            @"^(have|has|have got|has got) (a |an )(huge |big |massive |real |terrible |serious )*sweet tooth\b.*$",
            _ => [new SpokenFact(null, Attributes.Likes, "sweet things (has a sweet tooth)")]),
        new(
            $@"^{Adverb}(?<verb>break|breaks|broke|come|comes|came) out in (hives|a rash|welts|spots)\s+(from|if|when|whenever|after"
            + $@"|every time)\s+(i\s+)?((eat|eats|touch|drink|have|eating|touching|drinking|having|go near|am near|am around)\s+)?(?<value>.+)$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(get|gets|got)\s+(hives|a rash|rashes|itchy|welts|anaphylaxis|an allergic reaction|swollen lips)\s+(from|if|when|whenever|after"
            + @"|every time)\s+(i\s+)?((eat|touch|drink|have|eating|touching|drinking|having|am near|am around)\s+)?(?<value>.+)$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(react|reacts|react really|swell up|swells up|go into anaphylaxis)\s+(badly |severely |terribly |horribly )?(to|from|when i eat"
            + @"|if i eat)\s+(?<value>.+)$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(have|has)\s+(had )?an? (?<value>anaphylactic|allergic|severe|bad) reaction to\s+(?<what>.+)$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["what"].Value))),
        new(
            @"^(carry|carries|keep|always carry|have to carry)\s+an epi-?pen\s+(for|because of|due to|on account of)\s+(my |a "
            + @"|an )*(?<value>[\p{L} ]{3,30}?)( allerg(y|ies))?$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(have|has|suffer from|suffers from)\s+(got )?(bad |severe |terrible |seasonal |mild |awful "
            + @"|life-threatening )*(?<value>[\p{L}]+( [\p{L}]+)?) allergies\b.*$",
            match => One(Attributes.Allergy, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(have|has|had)\s+(no|zero|little|very little|not much) (time|patience|tolerance|use|interest|love)\s+(for|in)\s+(?<value>(?!(this|that|it"
            + @"|you|him|her|them)\b).+)$",
            match =>
                EnglishValue.List(match.Groups["value"].Value).Select(one => new SpokenFact(null, Attributes.Likes, EnglishVerb.Others(one), Negated: true))),
        new(
            $@"^{Adverb}(can do without|can not (deal with|abide|get into|get on with|get behind|be bothered with)|never (got|really got|could get) into"
            + $@"|never cared for|do not (really )?(care for|see the (point|appeal) of|get the appeal of|get on with)|does not (really )?care for"
            + $@"|have never (liked|enjoyed|cared for|been able to stand|understood)|(am|is) (not|never) (really |very |too |that )?(big on|one for"
            + $@"|much for)|(am|is) no (big |great )?fan of)\s+(?<value>(?!(this|that|it|you|him|her|them|how|why)\b).+)$",
            match =>
                EnglishValue.List(match.Groups["value"].Value).Select(one => new SpokenFact(null, Attributes.Likes, EnglishVerb.Others(one), Negated: true))),
        new(
            $@"^((am|is)\s+{Adverb}(a (real |total |huge |big |complete )?(sucker|fiend) for|partial to|drawn to|devoted to|happiest when|happiest)|(can"
            + $@"|could) never get enough of|can not get enough of|(have|has)\s+(always had )?(an? )?(real |huge |big |lifelong |serious |massive "
            + $@"|special )*(soft spot|weakness|passion|love|fondness|thing|obsession|fascination) (for|with)|never (say no to|turn down|get tired of"
            + $@"|tire of))\s+(?<value>(?!(this|that|it|you|him|her|them)\b).+)$",
            match => EnglishValue.List(match.Groups["value"].Value).Select(one => new SpokenFact(null, Attributes.Likes, EnglishVerb.Others(one)))),
    ];

    private static IEnumerable<SpokenFact> Habit(Match match) => One(Attributes.Habit, EnglishVerb.Others(EnglishValue.Whole(match.Groups["phrase"].Value)));
}
