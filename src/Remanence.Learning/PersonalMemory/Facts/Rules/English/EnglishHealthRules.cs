using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Allergies, diets and health.</summary>
internal static class EnglishHealthRules
{
    private static readonly Regex Nothing = Pattern(
        @"^(it|that|this|them|any|much|enough|anything|everything|the|a|an|to|time|any (idea|time|more|money|questions?|preference|clue)|idea|in|out"
        + @"|there|here|well|right|lunch|breakfast|dinner|because)\b");

    private static readonly Regex Dose = Pattern(@"^(take|takes|taking|am on|is on|am taking|have been on|started) ");

    public static EnglishRule[] Rules { get; } =
    [
        new(
            $@"^{Aux}{Adverb}{Not}{Adverb}(deathly |highly |a bit |a little |mildly )*allergic to\s+(?<value>(?!(it|that|this|them|you|nothing|anything"
                + $@"|doing|work|working"
            + $@"|exercise|effort|mornings|mondays|bullshit|drama|stupidity|people|small talk|maths?|meetings|housework|cleaning|fun|money|commitment"
            + $@"|deadlines|homework|responsibility|my (boss|ex|job|alarm))\b).+)$",
            match => EnglishValue.Each(match.Groups["value"].Value).Select(one => new SpokenFact(null, Attributes.Allergy, one, IsDenied(match)))),
        Of(Attributes.Allergy, @"^(have|has|got)\s+(got )?(an?|a severe|a bad|a mild|a serious)\s+(?<value>[\p{L} ]{3,25}?)\s+(allergy|intolerance)\b.*$"),
        Of(
            Attributes.Diet,
            $@"^{Aux}(became |went |turned |gone |going |(trying |decided )?to go ){{0,1}}{Adverb}{Not}(a |an )?(strict |lifelong )?(?<value>vegetarian"
            + $@"|vegan|pescatarian|pescetarian|omnivore|flexitarian|gluten[- ]free|dairy[- ]free|lactose[- ]intolerant|gluten[- ]intolerant|halal|kosher"
            + $@"|keto|teetotal)\b(?!\s+(on days|between|except|until|in my (dreams|head))).*$"),
        Of(
            Attributes.Diet,
            @"^(eat|eats|keep|keeps|follow|follows)\s+(a )?(strictly )?(?<value>vegetarian|vegan|halal|kosher|keto|gluten[- ]free|dairy[- ]free"
            + @"|plant[- ]based|low[- ]carb)\b.*$"),
        new(
            @"^(?<not>can not|do not|does not|never|no longer|am not (allowed|supposed) to)\s+(really )?(?<verb>eat|eats|drink|drinks|have|tolerate"
            + @"|smoke)\s*(?<value>(alcohol|any |red |raw )*[\p{L}]*( [\p{L}]+)?(( and| or|,) [\p{L}]+)*)( (at all|anymore|any more|either|for .*))?$",
            Abstain),
        Of(
            Attributes.Health,
            $@"^{Aux}{Adverb}((?<not>not)\s+)?(have|has|had|got|suffer from|suffers from|suffering from|live with|living with|struggle with"
            + $@"|diagnosed with)\s+(got )?(a bit of |mild |severe |chronic |bad |really bad |terrible )*(?<value>{EnglishWords.Condition})\b.*$"),
        new(
            @"^(?<value>(take|takes|taking|am on|is on|am taking|have been on|started) [\p{L}\d .-]{3,40}? for (my |his |her )(high )?(blood pressure"
            + @"|cholesterol|thyroid|depression|anxiety|adhd|diabetes|asthma|heart|migraines?|sleep|insomnia|reflux|epilepsy|pain|back|allergies"
            + @"|arthritis|acne))\b.*$",
            match => [new SpokenFact(null, Attributes.Health, "takes " + EnglishVerb.Others(Dose.Replace(match.Groups["value"].Value, string.Empty)))]),
        Of(
            Attributes.Health,
            @"^(am|is|are|have been|has been)\s+(still |slowly |currently )?recovering from\s+(?<value>.+)$",
            value => EnglishValue.Of(value) is { } what ? "recovering from " + EnglishVerb.Others(what) : null),
        Of(
            Attributes.Health,
            @"^(have|has|had|broke|sprained|tore|twisted|fractured|injured)\s+(got )?(?<value>(?!(my |an? )broken heart)(my |an? )(broken |torn |bad "
            + @"|dodgy |sore |weak |sprained |fractured |injured |trick |gammy |busted |arthritic |frozen |stiff |wonky )*((left|right|lower"
            + @"|upper) )?(knee|back|hip|shoulder|ankle|wrist|neck|elbow|foot|hand|arm|leg|heart|hearing|eyesight|acl|meniscus|achilles|rotator cuff"
            + @"|collarbone|rib|finger|toe|spine)s?)\b(?! (up|of|about|in|for)\b).*$",
            EnglishVerb.Others),
        new(
            @"^(am|is|have been|has been|been)\s+(?<value>(sober|clean|smoke[- ]free|in recovery|in remission|cancer[- ]free)\b.*)$",
            match => EnglishValue.Whole(match.Groups["value"].Value) is { } value ? [new SpokenFact(null, Attributes.Health, "is " + value)] : []),
        Of(Attributes.Health, @"^((was|were|got|have been|has been|am|is|been)\s+)?(recently |just |finally )*diagnosed with\s+(?<value>.+)$"),
        new(
            $@"^(am|is|are|have been|has been)\s+{Adverb}{Not}(?<value>((red-green|partially|legally|completely|totally"
            + $@"|insulin-dependent) )?({EnglishWords.State})( in (my|one|the) [a-z ]*(ear|eye)s?)?|(\d+|\w+) (weeks|months) pregnant)\b.*$",
            match => [new SpokenFact(null, Attributes.Health, "is " + EnglishVerb.Others(match.Groups["value"].Value), IsDenied(match))]),
        new(
            @"^(?<value>(wears?|uses?|using)\s+(a |an |my )?(reading |prescription )?(glasses|contacts|contact lenses|hearing aids?|braces"
            + @"|a cochlear implant|cochlear implant|wheelchair|walker|walking stick|cane|crutches|prosthe\w+|cpap|inhaler|epipen|insulin pump)\b[^,]*"
            + @"|(am on|is on|takes?|taking)\s+(insulin|metformin|antidepressants|blood pressure (meds|medication)|blood thinners|statins"
            + @"|medication for [\p{L} ]+|ssris|the pill))\b.*$",
            match => [new SpokenFact(null, Attributes.Health, EnglishVerb.Others(EnglishVerb.Third(match.Groups["value"].Value)))]),
    ];

    // "I can't eat" says how one feels.
    private static IEnumerable<SpokenFact> Abstain(Match match)
    {
        var (verb, value) = (match.Groups["verb"].Value.ToLowerInvariant().TrimEnd('s'), EnglishValue.Of(match.Groups["value"].Value));
        return value is null
            ? verb is "drink" or "smoke" && !match.Value.StartsWith("can", StringComparison.OrdinalIgnoreCase)
                ? [new SpokenFact(null, Attributes.Habit, verb, Negated: true)]
                : []
            : Nothing.IsMatch(value) || (verb == "have" && !match.Value.StartsWith("can not", StringComparison.OrdinalIgnoreCase))
                ? []
                : [new SpokenFact(null, Attributes.Habit, $"{verb} {value}", Negated: true)];
    }
}
