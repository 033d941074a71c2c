using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Statements that begin with what they are about and end with the speaker: "Olives turn my stomach", "Strawberries give me hives".</summary>
internal static class EnglishObjectRules
{
    private const string Thing =
        @"(?<value>(?!(it|this|that|they|he|she|these|those|which|what|who|you|life|work|everything|everyone|nobody|nothing|something|there|here|your"
        + @"|the (idea|thought|fact|way)|how)\b)[\p{L}][\p{L} '&-]{2,40}?)";
    private const string Very = @"(really |just |totally |absolutely |always |definitely |honestly |still |also |completely |literally )*";

    public static EnglishRule[] Rules { get; } =
    [
        Liked(
            $@"^{Thing} (is|are|has been|have been|will always be|has always been) {Very}(one of )?my (absolute |biggest |main |whole |great |big "
            + $@"|all[- ]time )*(passions?|jam|favou?rites?|happy place|guilty pleasures?|weakness|obsessions?|comfort food|love|addiction|escape"
            + $@"|therapy)\b.*$"),
        Liked($@"^{Thing} (makes?|keeps?) me {Very}(so |really |very )?(happy|sane|calm|smile|relaxed|going|come alive)\b.*$"),
        Liked($@"^{Thing} (calms?|relaxes|relax|cheers?|soothes?|fascinates?|delights?|excites?) me\b.*$"),
        Disliked($@"^{Thing} {Very}(drives?) me {Very}(crazy|mad|nuts|insane|up the wall|bonkers|round the bend|bananas)\b.*$"),
        Disliked($@"^{Thing} {Very}(gross|grosses|creeps?|freaks?|weirds?|stress|stresses) me out\b.*$"),
        Disliked(
            $@"^{Thing} {Very}((gets?|grates?) on my nerves|turns? my stomach|rubs? me the wrong way|bores? me( to (tears|death))?|annoys? me"
            + $@"|irritates? me|disgusts? me|repulses? me|puts? me off|gives? me the (creeps|ick|chills))\b.*$"),
        Disliked(
            $@"^{Thing} {Very}makes? me (feel )?{Very}(sick|gag|queasy|cringe|nauseous|nauseated|retch|shudder|want to (scream|leave|hide|throw up)"
            + $@"|miserable|anxious|uncomfortable)\b.*$"),
        Disliked($@"^{Thing} (is|are) {Very}(not for me|the worst|my (pet peeve|nemesis|kryptonite|idea of hell|least favou?rite [a-z]+))\b.*$"),
        Allergic(
            $@"^{Thing} {Very}(gives?|causes?) me (a |an |bad |terrible |awful |itchy )*(hives|rash|rashes|welts|(allergic )?reaction|anaphylaxis"
            + $@"|eczema)\b.*$"),
        Allergic(
            $@"^{Thing} {Very}makes? (me|my (eyes|throat|face|lips|skin|tongue|nose)) {Very}(break out|swell|itch|itchy|sneeze|wheeze|come out in|water"
            + $@"|run|burn|tingle|close|tight|puff|blotchy)\b.*$"),
        Allergic($@"^{Thing} {Very}(sets? off|triggers?|aggravates?) my (allerg\w+|asthma|hay fever)\b.*$"),
        new(
            @"^(?<value>(?-i:[A-Z])[\p{L} .'-]{2,30}?) (is|has been|became|has become) (home|my home|where (i|we) live|our home)\b.*$",
            match => One(Attributes.Home, EnglishValue.Of(match.Groups["value"].Value))),
        new(@"^(the place )?where (i|we) live is\s+(?<value>.+)$", match => One(Attributes.Home, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(?<value>(?=[^,]*(\d|(?-i:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter"
            + @"|Halloween)))[\p{L}\d ]{3,30}?) is (also )?(my|our) birthday\b.*$",
            match => One(Attributes.Birthday, EnglishValue.Whole(match.Groups["value"].Value))),
        new(@"^my (nickname|nick) is\s+(?<value>.+)$", match => One(Attributes.Name, EnglishValue.Of(match.Groups["value"].Value))),
        new(@"^my (surname|family name) is\s+(?<value>(?-i:\p{Lu}).+)$", match => One(Attributes.Name, EnglishValue.Of(match.Groups["value"].Value))),
        new($@"^(the )?name('s| is|:)\s+(?<value>{EnglishNames.One})$", match => One(Attributes.Name, match.Groups["value"].Value)),
        new(
            $@"^my (?<value>({EnglishWords.Tongue})) is\s+(really |still |very |a (bit|little) |pretty |quite |only |just |not |so )*(?<how>rusty|fluent"
            + $@"|decent|good|better|basic|conversational|bad|terrible|poor|broken|native|excellent|ok|okay|passable|shaky|improving|getting \w+"
            + $@"|(?-i:[ABC][12]))\b.*$",
            match => One(Attributes.Language, match.Groups["value"].Value)),
        new(
            $@"^(the language|what) (we|i) (speak|use|grew up (with|speaking)) at home is\s+(?<value>({EnglishWords.Tongue}))\b.*$",
            match => One(Attributes.Language, match.Groups["value"].Value)),
        new(
            @"^my (?<part>(left |right |lower |upper |bad )*(back|knees?|hips?|shoulders?|neck|ankles?|wrists?|heart|eyesight|hearing|thyroid|stomach"
            + @"|joints|lungs|kidneys?|feet|elbow)) (is|are|has been|have been|always|often|still|really|both|keeps?|acts?|gives?|locks?|hurts?|aches?"
            + @"|ached)\b(?=.*\b(bad|hurt|hurts|ache|aches|aching|hurting|pain|weak|failing|shot|messed|wrecked|worse|acts?|acting|gives? (out|way)"
            + @"|locks?|poor|playing|underactive|overactive|sensitive|arthritic|damaged|injured)\b).*$",
            match => [new SpokenFact(null, Attributes.Health, match.Groups["part"].Value.ToLowerInvariant() + " trouble")]),
        new(
            $@"^(text|e-?mail|message|whatsapp|dm) me( instead| only| please)*$",
            match => One(Attributes.Preference, "asks: " + EnglishVerb.Others(match.Value.ToLowerInvariant()))),
        new(
            @"^(please |pls )?(no|never any) ((phone|video|voice) )?(calls?|voicemails?|voice (notes|messages))( please| ever| after .+| before .+)?$",
            match => One(Attributes.Preference, match.Value.ToLowerInvariant().Replace("please ", string.Empty, StringComparison.Ordinal))),
        new(
            @"^(please |pls )?(?<value>(do not|don't|never) (call|ring|phone|text|e-?mail|message|facetime) me\b.*)$",
            match => One(Attributes.Preference, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)) is { } value ? "asks: " + value : null)),
        new(
            @"^(please |pls |from now on,? )*(?<value>(keep|make) (your |the |all )?(answers|replies|responses|explanations|messages) .+)$",
            match => One(Attributes.Preference, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)) is { } value ? "asks: " + value : null)),
        new(
            @"^(please |pls )?(?<value>(refer to|address|speak to|talk to|write to|answer) me (as|in|with|like|using) .+)$",
            match => One(Attributes.Preference, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)) is { } value ? "asks: " + value : null)),
        new(
            @"^(?<value>e-?mails?|texts?|texting|whatsapp|signal|telegram|slack|phone calls|voice notes|sms|letters) (is|are|works?) (always |usually "
            + @"|definitely )?(the )?(best|better|easiest|fine|preferred)( way)?( to (reach|contact|get hold of) me| for me| with me)\b.*$",
            match => One(Attributes.Preference, $"to be reached by {match.Groups["value"].Value.ToLowerInvariant()}")),
        new(
            @"^i'd (much )?(rather|prefer)( that| it if)? (you )?(?<value>(?=.*\b(call|text|e-?mail|message|phone|ring|answer|repl|respond|speak|write"
            + @"|address|contact|video)).{4,80})$",
            match => One(Attributes.Preference, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)))),
    ];

    private static EnglishRule Liked(string form) => new(form, match => One(Attributes.Likes, Lower(match)));

    private static EnglishRule Disliked(string form) => new(form, match => One(Attributes.Likes, Lower(match), isDenied: true));

    private static EnglishRule Allergic(string form) => new(form, match => One(Attributes.Allergy, Lower(match)));

    private static string? Lower(Match match) =>
        EnglishValue.WithoutArticle(match.Groups["value"].Value) is { } value
            ? value.Length > 1 && char.IsLower(value[1]) && !value.Contains(' ', StringComparison.Ordinal) || value.Contains(' ', StringComparison.Ordinal)
                ? char.ToLowerInvariant(value[0]) + value[1..]
                : value
            : null;
}
