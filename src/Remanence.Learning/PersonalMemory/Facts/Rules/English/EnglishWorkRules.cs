using System.Text.RegularExpressions;
using static Remanence.PersonalMemory.Facts.Rules.English.EnglishRule;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Work and study.</summary>
internal static class EnglishWorkRules
{
    private const string Firm = @"(?-i:[A-Z0-9][\p{L}\d&.'-]*)( (?-i:[A-Z0-9&][\p{L}\d&.'-]*|of|and|the(?= [A-Z])))*";
    private const string NoFirm =
        @"(?!(home|night|nights|day|days|it|them|you|him|her|that|this|free|peanuts|all|once|least|living|weekends|hard|an? living|remote)\b|(the|a) (gym"
        + @"|team|club|moment|weekend))";
    private const string Degree =
        @"(phd|ph\.d\.?|doctorate|master'?s?( degree)?|msc|ma|mba|bachelor'?s?( degree)?|bsc|ba|b\.?a\.?|degree|diploma|apprenticeship|bootcamp|course"
        + @"|residency|b\.?sc\.?|m\.?sc\.?|m\.a\.?|[bm]\.?eng\.?|m\.?phil\.?|m\.b\.a\.?|[bm]\.s\.?|[bm]\.?ed\.?|ll\.?[bm]\.?|j\.d\.?"
        + @"|associate'?s?( degree)?|a-?levels|gcses|law degree|minor|major)";
    private const string Campus =
        @"(the )?((university|college|institute|school|academy) of (?-i:[A-Z])[\p{L}]*( (?-i:[A-Z])[\p{L}]*)*|((?-i:[A-Z])[\p{L}'.-]* )+(university"
        + @"|college|institute|school|academy|polytechnic|high school|high)|(?-i:UC|MIT|ETH|KU|TU|NYU|LSE|UCL|ASU|USC|UCLA|CMU|Stanford|Harvard|Yale"
        + @"|Oxford|Cambridge|Princeton|Berkeley|Cornell|Caltech|Georgetown)( (?-i:[A-Z])[\p{L}]+)*)";

    private static readonly Regex AsJob = Pattern(@"^(?<at>.+?),? as (an?|the|their|our|head|senior|junior|lead)\s+(?<job>.+)$");
    private static readonly Regex Inside = Pattern(@"\s+(in|near|on|over in|out of|doing|downtown) (?-i:[A-Z]|the |a |downtown).*$|\s+doing .*$");
    private static readonly Regex At = Pattern($@"^(?<job>.+?)\s+(at|for|with)\s+(?<at>(the )?(?!\d+\b){Firm})");
    private static readonly Regex InTown = Pattern(
        @"\s+(in|from|near|here in|based in|out of|by|on) (?-i:[A-Z]).*$|\s+(at|for|with|in) (a|an|the|my|our|one) .*$|\s+by (trade|day|profession"
        + @"|training)\b.*$");

    private static readonly Regex Aside = Pattern(@",?\s+(at|from) .*$|\s+(on my own|by myself|online|in (school|college|university|uni))\b.*$");
    private static readonly Regex AtCampus = Pattern($@"\bat (?<value>{Campus})");

    private static readonly Regex Claims = Pattern(@"\b(is|are|was|were|it|you|your)\b");
    private static readonly Regex ToPlay = Pattern(@"^(how )?to play (the )?");

    public static EnglishRule[] Rules { get; } =
    [
        Of(
            Attributes.Employer,
            $@"^{Adverb}(have |has |did )?{Adverb}(?<not>quit|left|resigned from|got fired from|got laid off (from|by)|was laid off (by|from)"
            + $@"|was fired (by|from)|stopped working (at|for)|lost my job at|handed in my notice at)\s+(my job (at|with) )?(the )?(?<value>{Firm})"),
        Of(Attributes.Employer, $@"^(am|is)\s+(?<not>no longer|not)\s+(at|with|working (at|for)|employed (at|by))\s+(?<value>{Firm})"),
        new(
            $@"^{Aux}{Adverb}{Not}{Adverb}((?<!was )(work|works|working|employed)|(?<=(have|has) ([a-z]+ )*)worked|started working|started|contract"
            + $@"|contracts|freelance|freelances|intern|interns|interning)\s+(over |remotely |full[- ]time |part[- ]time |again )*(at|for"
            + $@"|by)\s+{NoFirm}(?<value>.+)$",
            Employer),
        Of(Attributes.Employer, $@"^(am|is)\s+((now|currently) at\s+(?<value>{Firm})|at\s+(?<value>{Firm})\s+(now|these days|currently))"),
        new(
            $@"^{Adverb}(joined|accepted (a|an) (job |position |role |offer )?(at|from|with)|(got|have|has|started|found|landed|took) (a |an |my )(new "
            + $@"|first |full[- ]time |part[- ]time |summer )*(job|position|role|gig|internship|apprenticeship)( offer)? (at|with"
            + $@"|from))\s+{NoFirm}(?<value>.+)$",
            match =>
                match.Value.Contains("joined", StringComparison.OrdinalIgnoreCase) && !char.IsUpper(Bare(match.Groups["value"].Value)[0])
                    ? []
                    : Employer(match)),
        Of(
            Attributes.Study,
            $@"^{Adverb}((am|is|are|have been|has been|been)\s+)?{Adverb}(doing|pursuing|working on|studying for|finishing|completing|starting|taking"
            + $@"|getting|enrolled in|in the middle of)\s+(a|an|my|his|her)\s+(second |first |part[- ]time |online )?{Degree}\s+(degree |program(me)? "
            + $@"|course )?(in|on)\s+(?<value>.+)$",
            StudyOf),
        Of(
            Attributes.Study,
            $@"^(am|is)\s+{Adverb}(in )?(my |his |her |the )?(first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|senior|junior|sophomore"
            + $@"|freshman)[- ]year\s+(of |in |at )?(an? )?(?<value>(?!(of|at)\b)[a-z ]{{3,30}}?)(\s+(school|student|degree|program(me)?|major"
            + $@"|undergrad))?( here)?(\s+(at|in) .+)?$",
            StudyOf),
        Of(
            Attributes.Study,
            $@"^(am|is)\s+an?\s+(?<value>(?!(good|bad|former|slow|lifelong|visual|phd|ph\.d|grad|graduate|exchange|college|university|high school|uni"
            + $@"|mature|foreign|international)\b)[a-z ]{{3,30}}?)\s+(student|major|undergrad(uate)?)( here)?(\s+(at|in) .+)?$",
            StudyOf),
        new(
            $@"^{Adverb}(?<did>finished|completed|got|earned|hold|holds|have|has|did)\s+(a|an|my|his|her)\s+(?<value>{Degree}( degree)?\s+in\s+.+)$",
            match => [.. One(Attributes.Study, StudyOf(match.Groups["value"].Value)), .. SchoolIn(match.Value)]),
        new(
            $@"^{Adverb}(finished|completed|got|earned|hold|holds|have|has|did)\s+(?<value>(an?|my|his|her)\s+{Degree}( degree)?\s+(from|at)\s+{Campus})",
            match => One(Attributes.Event, EnglishVerb.Others("earned " + match.Groups["value"].Value))),
        new(
            $@"^{Aux}{Adverb}{Not}(study|studies|studying|majoring in|major in|majors in|studied|majored in)\s+(?<value>(?!(for|hard|at|a lot|abroad|the"
            + $@"|this|that|it|in|together|every|all)\b).+)$",
            match => [.. One(Attributes.Study, StudyOf(match.Groups["value"].Value), IsDenied(match)), .. SchoolIn(match.Value)]),
        Of(
            Attributes.Study,
            $@"^{Aux}{Adverb}{Not}(learn|learns|learning|self-studying|teaching myself|taking(?= [\p{{L}} ]{{2,40}} (class(es)?|lessons?"
            + $@"|courses?)\b)(?! (the|a|an|my)\b))\s+(how to )?(?<value>(?!(a (lot|ton|bit|great deal)|tons|lots|more|about|that|so"
            + $@"|to (?!play (the )?[a-z]+)|from|something|the hard|by|it|new|stuff|things|much|every)\b).+)$",
            StudyOf),
        new(
            $@"^{Aux}{Adverb}(go to|goes to|attend|attends|study at|studies at|studying at|student at|am at|enrolled (at|in)"
            + $@"|goes? to school at)\s+(?<value>{Campus})",
            match => One(Attributes.School, match.Groups["value"].Value)),
        Of(Attributes.Occupation, $@"^{Aux}{Adverb}{Not}(working|work|works)\s+(full[- ]time |part[- ]time |freelance )?as\s+(an?|the)\s+(?<value>.+)$", Job),
        new(
            $@"^(have |has |just |recently |finally )*(am|is|are|became|been|qualified as|hired as)\s+{Adverb}((?<not>no longer|not)\s+)?{Adverb}(an?|the"
            + $@"|our|their|now|also|head|lead|senior|chief|freelance|retired|junior|registered|licensed"
            + $@"|former)\s+(?<value>([\p{{L}}/&.-]+ ){{0,3}}?({EnglishWords.Job})s?)\b(?=$|[,.]|\s+(at|for|with|in|from|by|and|here|who|of|on|near|based"
            + $@"|working|special\w+|now|these|turned|myself|too|since|but|so|last|this|two|three|after|yesterday|today)\b)(?<rest>.*)$",
            Occupations),
        new($@"^am (?<value>([a-z-]+ ){{0,3}}({EnglishWords.Job})) here\b(?<rest>.*)$", Occupations),
        Of(
            Attributes.Occupation,
            @"^(just |recently |finally )*(got|was|am|been|have been|has been|is)\s+(being )?(promoted|upgraded) to\s+(be )?(the |an? )?(?<value>.+)$",
            Job),
        new(
            $@"^{Adverb}(?<verb>teach|teaches)\s+(?<value>(?!(my|him|her|them|you|us|me|myself|others?|people|kids|children|students|how|that|the|a|each"
            + $@"|everyone|someone|classes|about|in|at)\b)[\p{{L}}-]+( [\p{{L}}-]+){{0,2}}?)(\s+(at|in|to|for|and|on|part|full|here)\b.*)?$",
            match =>
                One(
                    Attributes.Occupation,
                    EnglishValue.Of(InTown.Replace(match.Groups["value"].Value, string.Empty)) is { } subject ? $"{subject} teacher" : null)),
        new(
            $@"^{Adverb}(?<verb>run|runs|own|owns|manage|manages|co-own|co-founded|founded|started|opened|have)\s+(?<value>(my|an?|our|the) (own |small "
            + $@"|tiny |little |local |family |online |[a-z-]+ ){{0,3}}(shop|store|business|bakery|cafe|café|coffee shop|restaurant|bar|pub|company"
            + $@"|startup|agency|studio|salon|farm|gym|clinic|practice|bookshop|bookstore|hotel|hostel|b&b|bed and breakfast|food truck|blog|podcast"
            + $@"|youtube channel|nonprofit|charity|law firm|daycare|dairy farm|garage|vineyard|brewery|boutique))\b.*$",
            match => One(
                Attributes.Occupation,
                "runs " + EnglishVerb.Others(match.Groups["value"].Value).Replace("their own ", "a ", StringComparison.Ordinal))),
        new(
            $@"^{Aux}{Adverb}(work|works|working)\s+(?<value>in\s+(?-i:[a-z]|IT\b|HR\b|PR\b|UX\b|QA\b)[\p{{L}} /&-]{{1,30}}?)(\s+(at|for|with|in)\s+.*)?$",
            match =>
                EnglishValue.Of(match.Groups["value"].Value) is { } field && !IsPlaceOfWork(field) ? [new SpokenFact(null, Attributes.Occupation, field)] : []),
        Of(
            Attributes.Occupation,
            @"^(am|is|are|have been|has been|been|got)\s+(now |currently |newly |recently |semi-|just |happily )*(?<value>retired|unemployed|between jobs"
            + @"|self[- ]employed|freelancing|freelance|laid off|out of work|on maternity leave|on paternity leave|on parental leave|on sick leave)\b.*$"),
        Of(Attributes.Occupation, @"^(work|works|working)\s+[^,]{3,30}? as an?\s+(?<value>.+)$", Job),
        Of(
            Attributes.Habit,
            @"^(work|works)\s+(?<value>(nights|night shifts?|evenings|weekends|shifts|rotating shifts|part[- ]time|full[- ]time|remotely|from home"
            + @"|four days a week))\b.*$",
            value => "work " + value),
        Of(Attributes.Employer, $@"^(am|is)\s+(currently |now )?with (the )?(?<value>{Firm})\s+(now|these days|at the moment|nowadays|currently)$"),
        Of(Attributes.Employer, $@"^(have|has) been (working )?at (the )?(?<value>{Firm})\s+(for|since)\b.*$"),
        Of(
            Attributes.Employer,
            $@"^(teach|teaches|lecture|lectures|cook|cooks|tend bar|bartend|wait tables|volunteer|volunteers|nurse|consult|consults|write|writes|report"
            + $@"|reports|do (night |day )?shifts|pull shifts|temp)\s+(at|for)\s+(the )?(?<value>{Firm})\b.*$"),
        Of(
            Attributes.Occupation,
            @"^(am|is) (?<value>in (sales|marketing|finance|hr|it|tech|construction|education|healthcare|health care|real estate|insurance|logistics|law"
            + @"|advertising|publishing|banking|retail|hospitality|medicine|accounting|engineering|consulting|academia|the (army|navy|air force|military"
            + @"|police|film industry|music industry)))\b.*$"),
        Of(
            Attributes.Occupation,
            @"^(?<value>(?!(do|did|have|am|was)\b)[\p{L}]+ [^,]{2,40}) (professionally|for (a|my) (job|day job|work)|as a (job|profession|career))\b.*$",
            value => value + " for a living"),
        Of(
            Attributes.Occupation,
            $@"^{Adverb}(drive|drives)\s+an?\s+(?<value>([\w-]+\s+)?(bus|taxi|cab|truck|lorry|tram|train|forklift|ambulance|delivery van|tractor"
            + $@"|ferry))\b(?! (home|to work|to school|there)\b).*$",
            value => value + " driver"),
        Of(
            Attributes.Employer,
            $@"^{Adverb}(signed( on| up| a contract)?|got hired|was hired|got a job|landed a job|am employed|hired on|start(ed|ing)? (work|next \w+"
            + $@"|on \w+|in \w+))\s+(with|by|at)\s+(the )?(?<value>{Firm})\b.*$"),
        Of(
            Attributes.Employer,
            $@"^{Adverb}(run|runs|own|owns|founded|co-founded|started|manage|manages)\s+(my |our |an? )(own )?([\w-]+ ){{0,3}}(firm|company|business|shop"
            + $@"|studio|agency|practice|startup|bakery|café|cafe|restaurant|farm|salon),? (called |named )?(?<value>{Firm})\b.*$"),
        Of(Attributes.Occupation, @"^(make|earn|makes|earns) (my|a|his|her) living (as|by being) (an? )?(?<value>.+)$", EnglishValue.WithoutArticle),
        Of(Attributes.Occupation, @"^(?<value>[\p{L}]+ [^,]{2,40} for a living)\b.*$", value => value),
        Of(Attributes.Occupation, @"^(am|is) an? (?<value>[\p{L} -]{3,40}?) by (profession|trade|training|day)\b.*$", EnglishValue.WithoutArticle),
        new(@"^(just |recently |finally )*(?<value>retired)\b.*$", _ => [new SpokenFact(null, Attributes.Occupation, "retired")]),
    ];

    private static IEnumerable<SpokenFact> Employer(Match match)
    {
        var text = match.Groups["value"].Value;
        if (AsJob.Match(text) is { Success: true } both)
        {
            return
            [
                .. One(Attributes.Employer, FirmOf(both.Groups["at"].Value), IsDenied(match)),
                .. One(Attributes.Occupation, Job(both.Groups["job"].Value), IsDenied(match)),
            ];
        }

        return One(Attributes.Employer, FirmOf(text), IsDenied(match));
    }

    private static IEnumerable<SpokenFact> Occupations(Match match)
    {
        var rest = At.Match("x" + match.Groups["rest"].Value);
        var value = match.Groups["value"].Value;
        return value.Contains(" of ", StringComparison.Ordinal) && value.Length > 40 ? [] :
        [
            new SpokenFact(null, Attributes.Occupation, value, IsDenied(match)),
            .. rest.Success && !IsDenied(match) ? One(Attributes.Employer, EnglishValue.Of(rest.Groups["at"].Value)) : [],
        ];
    }

    private static string? Job(string text) =>
        EnglishValue.WithoutArticle(InTown.Replace(At.Match(text) is { Success: true } at ? at.Groups["job"].Value : text, string.Empty));

    private static string? FirmOf(string text) =>
        EnglishValue.Of(Inside.Replace(text, string.Empty)) is { } firm
            ? firm.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
                ? firm[4..]
                : firm
            : null;

    private static string? StudyOf(string text) =>
        Claims.IsMatch(text) ? null : EnglishValue.WithoutArticle(Aside.Replace(ToPlay.Replace(text, string.Empty), string.Empty));

    private static IEnumerable<SpokenFact> SchoolIn(string text) =>
        AtCampus.Match(text) is { Success: true } match ? [new SpokenFact(null, Attributes.School, match.Groups["value"].Value)] : [];

    private static bool IsPlaceOfWork(string field) =>
        field
            is "in the office"
                or "in progress"
                or "in person"
                or "in teams"
                or "in pairs"
                or "in shifts"
                or "in general"
                or "in theory"
                or "in practice"
                or "in silence"
                or "in an office";

    private static string Bare(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
}
