using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>What somebody believes, and how they want to be spoken to.</summary>
internal static class EnglishBeliefRules
{
    private const string Faith =
        "buddhist|christian|catholic|muslim|jew|jewish|hindu|sikh|atheist|agnostic|pagan|quaker|mormon|protestant|lutheran|methodist|baptist|anglican"
        + "|presbyterian|evangelical|jain|taoist|bah[aá]'?[ií]|secular|humanist|feminist|pacifist|environmentalist|libertarian|socialist|communist"
        + "|anarchist|marxist|stoic|utilitarian|monarchist|republican|social democrat|spiritual|religious|non-?religious|superstitious";

    private const string Reach = "e-?mail|text|message|call|ring|phone|contact|write to|whatsapp|dm|reach|slack|ping";
    private const string Answer =
        "answers?|repl(y|ies)|responses?|explanations?|emails?|texts?|text messages?|(phone |video )?calls?|messages?|letters?|bullet points|code "
        + "samples|metric( units)?|celsius|fahrenheit|kilomet(er|re)s|miles|24[- ]hour( time| clock)?|being (called|contacted|emailed|texted|addressed)|to "
        + "be (called|contacted|emailed|texted|addressed|reached)";

    public static EnglishRule[] Rules { get; } =
    [
        Of(
            Attributes.Belief,
            $@"^(am|is|are|became|have become)\s+{Adverb}((?<not>not|no longer)\s+)?{Adverb}((an?|practi[sc]ing|devout|lapsed|non-practi[sc]ing|committed"
            + $@"|strict|lifelong|secular|reform|orthodox|born[- ]again|deeply|not very|very|convinced|staunch)\s+)*(?<value>({Faith})s?)\b(?! (school"
            + $@"|food|holiday|wedding|music|cemetery)).*$"),
        Of(
            Attributes.Belief,
            $@"^{Adverb}((?<not>do not|does not|never|no longer)\s+)?((really|firmly|strongly|truly|still)\s+)*(believe|believes"
            + $@"|believed)\s+(?<value>in\s+(?!(you|me|him|her|them|it|that|this|myself|yourself|us)\b).+)$"),
        Of(
            Attributes.Belief,
            @"^(was|were)\s+(raised|brought up)\s+(as )?(an? )?(?<value>(strict |devout )?" + "(" + Faith + @"))\b.*$",
            value => "raised " + value),
        Of(
            Attributes.Preference,
            $@"^{Adverb}(prefer|prefers|would prefer|like)\s+(?<value>((short|brief|concise|quick|long|detailed|direct|plain|simple|written|honest|blunt"
            + $@"|formal|informal|casual|step-by-step)(,? (and )?))*({Answer})\b.*)$",
            value => EnglishVerb.Others(EnglishValue.Whole(value))),
    ];

    /// <summary>Standing orders and where to reach the speaker: no subject is named.</summary>
    public static EnglishRule[] Own { get; } =
    [
        new(
            $@"^(please |pls |kindly )*(?<value>((always|only|never|do not|don't) )?({Reach}) me (by|via|on|at|through|after|before|between|in|only"
            + $@"|instead|rather|over|during|with|using|any ?time)\b.*)$",
            match => Asked(match.Groups["value"].Value)),
        new($@"^(please |pls |kindly )*(?<value>(always|only|never) ({Reach}) me\b.*)$", match => Asked(match.Groups["value"].Value)),
        new($@"^(please |pls |kindly )*(?<value>({Reach}) me),? (do not|don't|never) .+$", match => Asked(match.Groups["value"].Value)),
        new(
            @"^(please |pls |from now on,? )*(?<value>(always|never) (answer|reply|respond|write|speak|talk|address|explain|format|use|give|call"
            + @"|refer)\b.*\b(me|my|us|answers?|replies|units|emojis?|jargon|english|sentences?|lists?|examples?)\b.*)$",
            match => Asked(match.Groups["value"].Value)),
        new(
            @"^(the )?best (way|time) to (reach|contact|get hold of|call) me is\s+(by |via |through )?(?<value>.+)$",
            match =>
                One(
                    Attributes.Preference,
                    EnglishValue.Whole(match.Groups["value"].Value) is { } value
                        ? "to be reached " + (match.Value.Contains(" time ", StringComparison.Ordinal) ? value : "by " + value)
                        : null)),
        new(
            @"^my (?<thing>(preferred (pronouns|language|name|contact method|units?|channel|way of \w+))|pronouns) (is|are)\s+(?<value>.+)$",
            match =>
                One(
                    Attributes.Preference,
                    EnglishValue.Of(match.Groups["value"].Value) is { } value ? $"{match.Groups["thing"].Value.ToLowerInvariant()}: {value}" : null)),
        new(
            @"^my (religion|faith|political party) is\s+(?<value>(?-i:[A-Z]).+)$",
            match => One(Attributes.Belief, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(?<value>[\p{L} ]{3,30}) (matters?|means?) (more|a lot|the most|everything|a great deal|most) to me\b.*$",
            match =>
                One(
                    Attributes.Belief,
                    EnglishValue.Of(match.Groups["value"].Value) is { } value ? $"{char.ToLowerInvariant(value[0])}{value[1..]} matters" : null)),
    ];

    private static IEnumerable<SpokenFact> Asked(string text) =>
        One(Attributes.Preference, EnglishVerb.Others(EnglishValue.Whole(text)) is { } value ? "asks: " + value : null);
}
