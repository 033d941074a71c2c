using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>"My … is …".</summary>
internal static class EnglishOwnRules
{
    private const string Name = EnglishNames.One;

    private static readonly Regex Deictic = Pattern(@"^(it|this|that|they|he|she|these|those|which|what|you|life|work|everything)\b");
    private static readonly Regex Animals = Pattern($"^({EnglishWords.Animals})$");

    private static readonly EnglishRule[] Rules =
    [
        new(
            $@"^(my|the) (full |first |last |real |actual )?name('s| is| was)\s+((actually|really|spel[lt]e?d)\s+)*(?!(not|with|pronounced|mis\w+"
                + $@"|written)\b)(?!(mud|legion|dirt|nobody|on|in|not"
            + $@"|too|hard|easy|unpronounceable|irrelevant|often|always|very)\b(?! (?-i:\p{{Lu}})))(?<value>.{{1,40}})$",
            match => One(Attributes.Name, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^(my )?(birthday|bday|b-day|birth date|date of birth|dob)('s|s| is| was| falls| =|:)?( on)?\s+(?!not\b|present|party|cake|card|gift"
                + @"|dinner|wish|list|s\b)"
            + @"(?=[^,]*(\d|christmas|new year|leap|halloween|valentine|easter))(?<value>.+)$",
            match => One(Attributes.Birthday, EnglishValue.Whole(match.Groups["value"].Value))),
        new(
            @"^(it's|it is) my (?<turning>[\w-]+ )?birthday (is )?on (the )?(?<value>(?=[^,]*\d|[^,]*(christmas|new year))[^,]+?)( and\b.*)?$",
            match => One(Attributes.Birthday, EnglishValue.Whole(match.Groups["value"].Value))),
        new(
            @"^my (comfort|ideal|guilty pleasure) (food|dish|meal|snack|drink|treat) is\s+(?<value>.+)$",
            match => One(Attributes.Likes, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            @"^my (job|profession|occupation|day job|trade) is\s+(being )?(?<value>.+)$",
            match => One(Attributes.Occupation, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            @"^(my |our )?(all[- ]time )?fav(e|s|ou?rites?)?\s+(?<thing>[a-z][a-z ]{1,30}?)\s+(is|are|has always been|will always be|=|:)\s+(?<value>.+)$",
            match => One($"{Attributes.Favorite} {Thing(match)}", EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^my (go-to|usual)\s+(?<thing>[a-z][a-z ]{1,20}?)( at [a-z ]+?)? (is|are)\s+(?<value>.+)$",
            match => One($"{Attributes.Favorite} {Thing(match)}", EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^my (native|first|mother|second) (language|tongue) is\s+(?<value>.+)$",
            match => One(Attributes.Language, EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^my (hobby|hobbies|main hobby|passion|thing) (is|are|include)\s+(?<value>.+)$",
            match => EnglishValue.List(match.Groups["value"].Value).Select(one => new SpokenFact(null, Attributes.Likes, one))),
        new(
            @"^my (home ?town|home) is\s+(?<value>(?-i:[A-Z]).+)$",
            match =>
                One(
                    match.Groups[0].Value.Contains("town", StringComparison.OrdinalIgnoreCase) ? Attributes.Origin : Attributes.Home,
                    EnglishValue.Of(match.Groups["value"].Value))),
        new(@"^my (major|minor|degree) is\s+(in )?(?<value>.+)$", match => One(Attributes.Study, EnglishValue.Of(match.Groups["value"].Value))),
        .. EnglishEllipticRules.Rules,
        .. EnglishSkillRules.Own,
        .. EnglishBeliefRules.Own,
        .. EnglishObjectRules.Rules,
        new(
            @"^my (employer|company|firm|workplace) is\s+(called |named )?(?<value>(?-i:[A-Z]).+|the .+)$",
            match =>
                One(
                    Attributes.Employer,
                    EnglishValue.Of(match.Groups["value"].Value) is { } firm && firm.StartsWith("the ", StringComparison.Ordinal)
                        ? firm[4..]
                        : EnglishValue.Of(match.Groups["value"].Value))),
        new(
            @"^by (profession|trade|training),? (i )?am (an? )?(?<value>.+)$",
            match => One(Attributes.Occupation, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            @"^my (job title|title|role|position|vocation) is\s+(?<value>.+)$",
            match => One(Attributes.Occupation, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            @"^(home (for (me|us) )?is|my (flat|apartment|house|place|studio|cottage|condo|home) is (in|on|near|outside))\s+(?<value>(?!(a mess|boring"
            + @"|quiet|great|far|where|the best|noisy)\b).+)$",
            match => One(Attributes.Home, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            $@"^(everyone|everybody|people|friends|colleagues|they|most people)( \w+){{0,3}} (know|call) me as\s+(?<value>{Name})",
            match => One(Attributes.Name, match.Groups["value"].Value)),
        new(
            @"^(?<value>[\p{L} -]{3,40}) (give|gives) me (hives|a rash|rashes|an allergic reaction|anaphylaxis)\b.*$",
            match => One(Attributes.Allergy, Lower(match))),
        new(
            @"^(?<value>[\p{L} -]{3,40}) (is|are) (really |just |definitely |so )?not (really )?my (thing|cup of tea|jam|scene)\b.*$",
            match => One(Attributes.Likes, Lower(match), isDenied: true)),
        new(@"^(?<value>[\p{L} -]{3,40}) (brings?|makes?) me (come )?out in (hives|a rash|spots|welts)\b.*$", match => One(Attributes.Allergy, Lower(match))),
        new(
            @"^(?<value>[\p{L} -]{3,40}) (is|are) an? (hard|firm|big|definite|absolute) no (from|for) me\b.*$",
            match => One(Attributes.Likes, Lower(match), isDenied: true)),
        new(
            @"^(?<value>[\p{L}]+( [\p{L}]+)?) tastes? (like|of) (soap|dirt|feet|metal|nothing)( to me)?\b.*$",
            match => One(Attributes.Likes, Lower(match), isDenied: true)),
        new(
            @"^my (?<thing>car|bike|motorbike|van|truck|boat|piano|guitar|camera|telescope|house|scooter|caravan|violin|bass|drum kit|oven|fridge|boiler"
            + @"|sewing machine)('s| is) (still )?(an?|the) (?<value>(\d{4} )?(\p{L}+ )?(?-i:[A-Z])[\p{L}\d-]*( (?-i:[A-Z\d])[\p{L}\d-]*)*)(?=$|[,.]"
            + @"|\s+(and|with|from|but|so|that|which)\b)",
            match => One(Attributes.Owns, $"{EnglishValue.Of(match.Groups["value"].Value)} {Thing(match)}")),
        new(@"^nothing beats\s+(?<value>.+?)( for me)?$", match => One(Attributes.Likes, EnglishValue.WithoutArticle(match.Groups["value"].Value))),
        new(
            @"^(?<value>(?-i:\p{Lu})[\p{L}]+) is my (first|native|second|mother) (language|tongue)\b.*$",
            match => One(Attributes.Language, match.Groups["value"].Value)),
        new(
            @"^my (goal|plan|dream|aim|ambition)( \w+){0,3} is to\s+(?<value>.+)$",
            match => One(Attributes.Plan, EnglishVerb.Others(EnglishValue.Whole(match.Groups["value"].Value)))),
        new(@"^i celebrate my birthday (on|in)\s+(?<value>.+)$", match => One(Attributes.Birthday, EnglishValue.Whole(match.Groups["value"].Value))),
        new(
            @"^my (new |work )?(?<thing>e-?mail( address)?|phone( number)?|mobile( number)?|number|handle|github|instagram|insta|twitter|discord|telegram"
            + @"|address) is\s+(?<value>(?!(dead|broken|off|gone|lost|low|charging|dying|full|new|old|ringing|the same|an?)\b)\S.{2,60})$",
            match => One(Attributes.Contact, Contact(match))),
        new(
            $@"^((my|our) )?{EnglishWords.Which}(?<animal>{EnglishWords.Animal})('s name is| is called| is named| goes by)\s+(?<value>{Name})",
            match => One(Attributes.Pet, $"{match.Groups["animal"].Value.ToLowerInvariant()} {match.Groups["value"].Value}")),
        new(
            $@"^(my|our) {EnglishWords.Which}(?<rel>{EnglishWords.Relation})('s name is| is called| is named| goes by)\s+(?<value>{Name})",
            match => One(Attributes.Family, $"{match.Groups["rel"].Value.ToLowerInvariant()} {match.Groups["value"].Value}")),
        new(
            $@"^(my|our) {EnglishWords.Which}(?<rel>{EnglishWords.Relation}) is\s+(?!{EnglishNames.Not}\b)(?<value>{Name})$",
            match => One(Attributes.Family, $"{match.Groups["rel"].Value.ToLowerInvariant()} {match.Groups["value"].Value}")),
        new(
            $@"^(my|our) {EnglishWords.Which}(?<animal>{EnglishWords.Animal}) is\s+(?!{EnglishNames.Not}\b)(?<value>{Name})$",
            match => One(Attributes.Pet, $"{match.Groups["animal"].Value.ToLowerInvariant()} {match.Groups["value"].Value}")),
        new(
            $@"^(my|our) (?<rel>{EnglishWords.Animals}|{EnglishWords.Relations})('s|s')? (names )?are( called| named)?\s+(?<value>{EnglishNames.Several})$",
            match =>
                One(
                    Animals.IsMatch(match.Groups["rel"].Value) ? Attributes.Pet : Attributes.Family,
                    $"{match.Groups["rel"].Value.ToLowerInvariant()} {match.Groups["value"].Value}")),
        new(
            $@"^(everyone|everybody|people|friends|my friends|they|most people) (just )?calls? me\s+(?<value>{Name})",
            match => One(Attributes.Name, match.Groups["value"].Value)),
        new($@"^(just |you can |please |but )*call me\s+(?<value>{Name})", match => One(Attributes.Name, match.Groups["value"].Value)),
        new(@"^(it's|it is) (spel[lt]e?d )?(?<value>(?-i:\p{Lu}\p{Ll}+)) with (an?|no|two|one)\b", match => One(Attributes.Name, match.Groups["value"].Value)),
        new(
            @"^((you can |please |just |feel free to )*(reach|contact|email|e-mail|text|ring|write to) me (at|on|via|by email at))\s+(?<value>\S+@\S+"
            + @"|[+\d][\d ()/-]{6,})",
            match => One(Attributes.Contact, match.Groups["value"].Value.TrimEnd('.', ','))),
        new($@"^(this is|it's|it is) (?<value>(?-i:\p{{Lu}}\p{{Ll}}+)) (here|speaking)$", match => One(Attributes.Name, match.Groups["value"].Value)),
    ];

    public static List<SpokenFact> Read(string clause)
    {
        foreach (var rule in Rules)
        {
            if (rule.Form.Match(clause) is { Success: true } match && rule.Read(match).ToList() is { Count: > 0 } facts)
            {
                return facts;
            }
        }

        return [];
    }

    private static string? Lower(Match match) =>
        EnglishValue.WithoutArticle(match.Groups["value"].Value) is { } value && !Deictic.IsMatch(value) ? char.ToLowerInvariant(value[0]) + value[1..] : null;

    private static string Thing(Match match) => match.Groups["thing"].Value.Trim().ToLowerInvariant();

    private static string? Contact(Match match) => EnglishValue.Whole(match.Groups["value"].Value) is { } value ? $"{Thing(match)}: {value}" : null;
}
