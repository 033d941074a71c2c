using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Statements in English.</summary>
internal static class EnglishFactRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Relation =
        "wife|husband|partner|boyfriend|girlfriend|fianc[ée]e?|mother|mom|mum|father|dad|son|daughter|brother|sister|child|baby|grandmother|grandma|grandfather|grandpa|uncle|aunt|cousin|nephew|niece|friend|best friend|boss|manager|colleague|coworker|roommate|flatmate|neighbou?r|teacher|doctor";

    private const string Animal = "dog|cat|puppy|kitten|parrot|hamster|rabbit|turtle|horse|bird|goldfish|pony";
    private const string Job =
        "teacher|nurse|doctor|engineer|developer|programmer|designer|lawyer|student|chef|cook|writer|journalist|architect|accountant|scientist|researcher|professor|artist|musician|photographer|carpenter|electrician|plumber|driver|pilot|dentist|pharmacist|manager|consultant|analyst|salesperson|baker|farmer|translator|librarian|psychologist|therapist|veterinarian|vet|actor|actress|barista|mechanic|firefighter|police officer|paramedic";

    public static IReadOnlyList<SpokenFact> Read(string sentence) => [.. Clauses(sentence).SelectMany(ReadClause)];

    // "… and I work at Acme" states as much as a sentence of its own.
    private static IEnumerable<string> Clauses(string sentence) =>
        Joint.Split(sentence).Select(clause => Opening.Replace(clause.Trim(), string.Empty).Trim()).Where(clause => clause.Length > 0);

    private static List<SpokenFact> ReadClause(string clause)
    {
        if (Remember.Match(clause) is { Success: true } note)
        {
            var inner = ReadClause(note.Groups["rest"].Value);
            var text = note.Groups["rest"].Value.Trim();
            return inner.Count > 0 ? inner : [new SpokenFact(null, Attributes.Note, text, Text: $"To remember: {text.TrimEnd('.')}.")];
        }

        if (Own.Match(clause) is { Success: true } own)
        {
            return ReadOwn(own);
        }

        if (Subject.Match(clause) is not { Success: true } match)
        {
            return [];
        }

        var subject = match.Groups["rel"] is { Success: true } relation ? (relation.Value.ToLowerInvariant() + " " + match.Groups["name"].Value).Trim() : null;
        return ReadPredicate(subject, match.Groups["rest"].Value.Trim());
    }

    private static List<SpokenFact> ReadOwn(Match own)
    {
        var value = FactValue.English(own.Groups["value"].Value);
        var thing = own.Groups["thing"].Value.ToLowerInvariant();
        return value is null ? [] : own switch
        {
            _ when thing == "name" => [new(null, Attributes.Name, value)],
            _ when thing == "birthday" => [new(null, Attributes.Birthday, FactValue.Plain(own.Groups["value"].Value)!)],
            _ when thing is "job" or "profession" => [new(null, Attributes.Occupation, FactValue.WithoutArticle(value))],
            _ when own.Groups["favorite"].Success => [new(null, $"{Attributes.Favorite} {thing}", value)],
            _ when own.Groups["animal"].Success => [new(null, Attributes.Pet, $"{own.Groups["animal"].Value.ToLowerInvariant()} {value}")],
            _ => [new(null, Attributes.Family, $"{own.Groups["rel"].Value.ToLowerInvariant()} {value}")],
        };
    }

    private static List<SpokenFact> ReadPredicate(string? subject, string rest)
    {
        foreach (var (pattern, attribute, negated) in Predicates)
        {
            if (pattern.Match(rest) is not { Success: true } match)
            {
                continue;
            }

            // Negated in words ("don't live"), or by its own sense ("hate").
            var not = match.Groups["not"].Success != negated;
            var raw = match.Groups["value"].Success ? match.Groups["value"].Value : match.Groups["state"].Value;
            var value = attribute is Attributes.Birthday or Attributes.Age ? FactValue.Plain(raw) : FactValue.English(raw);
            if (value is null)
            {
                return [];
            }

            return attribute switch
            {
                Attributes.Language or Attributes.Allergy or Attributes.Likes => [.. FactValue.List(value).Select(one => new SpokenFact(subject, attribute, one, not))],
                Attributes.Owns or Attributes.Occupation or Attributes.Diet => [new(subject, attribute, FactValue.WithoutArticle(value), not)],
                Attributes.Employer when AsJob.Match(value) is { Success: true } job =>
                    [new(subject, attribute, job.Groups["at"].Value, not), new(subject, Attributes.Occupation, job.Groups["job"].Value, not)],
                Attributes.Pet => [new(subject, attribute, $"{match.Groups["animal"].Value.ToLowerInvariant()} {value}", not)],
                _ => [new(subject, attribute, value, not)],
            };
        }

        return [];
    }

    private static readonly Regex Joint = Rule(@"(,\s+|\s+)(and|but)\s+(?=(i|i'm|i've|my|he|she)\b)|,\s+(?=(i|i'm|i've|my)\b)");
    private static readonly Regex Opening = Rule(@"^((actually|no|nope|well|sorry|correction|oh|also|and|but|by the way|btw|so|yes|yeah|ok|okay|hi|hello|hey|today|yesterday|now|currently|recently|just so you know|fyi|for your information|to be clear|as you know|(good|big|great|bad|sad|exciting) news|guess what|update|wait)\b( there)?[,:!\s-]*|(last|this|next) (week|month|year|spring|summer|autumn|fall|winter)[,\s]+|i (think|believe|guess) )+");
    private static readonly Regex Remember = Rule(@"^(please |pls )?(remember|note|don't forget|do not forget|keep in mind|make a note)( that|:|,)?\s+(?<rest>(?!to\b|me\b|when\b|how\b|the time\b).{4,})$");
    private static readonly Regex Own = Rule($@"^my ((?<thing>name|birthday|job|profession)|(?<favorite>favou?rite) (?<thing>[a-z ]{{2,30}}?)|(?<animal>{Animal})('s name)?|(?<rel>{Relation})('s name| is called| is named))\s*(is called|is named|is|'s|are)?\s+(on |now )?(?<value>.{{1,60}})$");
    private static readonly Regex Subject = Rule($@"^(i\b(?<rest>.*)|my (?<rel>(best friend|{Relation}))( (?-i:(?<name>[A-Z][\p{{L}}'-]+)))?(,\s*)?(?<rest>('s)? .*))$");

    private const string Be = "('m|'s|’m|’s|am|is|was)";
    private const string Not = @"(?<not>(do|does|did)( not|n't|n’t)|no longer|not|never|stopped|don't|doesn't|don’t|doesn’t)";
    private const string Adverb = @"((just|now|still|currently|finally|also|really|really do|absolutely|actually|recently|have|has|'ve|’ve|been|already|always|usually|mostly|officially)\s+)*";

    private static readonly Regex Called = Rule($@"^{Be} (called|named) (?<value>.+)$|^am (?<value>(?-i:[A-Z][\p{{L}}'-]+)) by name$");
    private static readonly Regex Home = Rule($@"^{Adverb}({Be}\s+)?{Adverb}({Not}\s+)?{Adverb}((live|lives|living|reside|resides|based|settled) in|(moved|move|relocated|moving back) (back )?(from [^,]+? )?to|moved (back )?in(to)?|back in)\s+(?<value>(?!together|with\b|next\b|tomorrow).+)$");
    private static readonly Regex Left = Rule($@"^{Adverb}(quit|left|resigned from|got fired from|was laid off (by|from)|stopped working (at|for))\s+(my job (at|with) )?(?<value>(?-i:[A-Z0-9][\p{{L}}\d&.'-]*)( (?-i:[A-Z0-9][\p{{L}}\d&.'-]*))*)");
    private static readonly Regex Employer = Rule($@"^{Adverb}({Be}\s+)?{Adverb}({Not}\s+)?{Adverb}((work|works|working|worked now|started working|started|employed) (at|for|with|by)|joined|(got|have|has|started|accepted|took) (a|an|my) (new )?(job|position|role) (at|with))\s+(?<value>(?!home|night|the (gym|team)|a (gym|club)|living).+)$");
    private static readonly Regex AsJob = Rule(@"^(?<at>.+?) as (a|an|the) (?<job>.+)$");
    private static readonly Regex Diet = Rule($@"^{Adverb}({Be}\s+|became\s+|went\s+|turned\s+){Adverb}({Not}\s+)?(a |an )?(strict )?(?<value>vegetarian|vegan|pescatarian|pescetarian|omnivore|gluten[- ]free|lactose intolerant|halal|kosher)\b");
    private static readonly Regex Married = Rule($@"^{Adverb}({Be}|got|became)\s+{Adverb}({Not}\s+)?(?<value>married|single|divorced|engaged|widowed|separated)\b");
    private static readonly Regex Occupation = Rule($@"^{Adverb}(({Be}\s+{Adverb}({Not}\s+)?|became\s+)(a|an)\s+(?<value>([a-z-]+ ){{0,2}}({Job}))\b|({Not}\s+)?(work|works|working) as (a|an)\s+(?<value>.+)$)");
    private static readonly Regex Age = Rule($@"^({Be}|turned|just turned)\s+(?<value>\d{{1,3}})(\s+years? old|\s+now|\s+today)?$");
    private static readonly Regex Born = Rule(@"^was born (on|in)\s+(?<value>.*\d.*)$");
    private static readonly Regex Origin = Rule($@"^{Adverb}({Be}\s+(originally )?from|come from|comes from|grew up in)\s+(?<value>(?-i:[A-Z]).+)$");
    private static readonly Regex Allergy = Rule($@"^({Be}\s+)?{Adverb}({Not}\s+)?(severely |badly )?allergic to\s+(?<value>.+)$");
    private static readonly Regex Dislikes = Rule(@"^(really |absolutely |just )?(hate|hates|dislike|dislikes|can't stand|cannot stand|can’t stand|detest|loathe)\s+(?<value>.+)$");
    private static readonly Regex Likes = Rule($@"^{Adverb}({Be}\s+)?{Adverb}({Not}\s+)?{Adverb}(like|likes|liking|love|loves|enjoy|enjoys|adore|adores|into|a (big |huge )?fan of|prefer|prefers)\s+(?<value>(?!it\b|that\b|this\b|how\b|the way\b|you\b|your\b|to know\b|what\b).+)$");
    private static readonly Regex Speaks = Rule($@"^{Adverb}({Not}\s+)?(can )?(speak|speaks)\s+(?<value>(fluent |some |a little |native )?(?-i:[A-Z]).+)$");
    private static readonly Regex Pet = Rule($@"^{Adverb}(have|has|got|adopted|own|owns)\s+(a|an|another)\s+([a-z]+ )?(?<animal>{Animal})\s+(called|named|whose name is)\s+(?<value>.+)$");
    private static readonly Regex Study = Rule($@"^({Be}\s+)?{Adverb}({Not}\s+)?(study|studies|studying|majoring in|major in)\s+(?<value>(?!for\b|hard\b|at\b|a lot\b).+)$");
    private static readonly Regex Owns = Rule($@"^{Adverb}(bought|own|owns|drive|drives|purchased|(?<not>sold))\s+(a|an|my|our)\s+(new |old |used )?(?<value>.+)$");
    private static readonly Regex NoPlan = Rule($@"^({Be}\s+not\s+(going|planning)\s+to|won't|will not|decided not to|cancel+ed my (plan|plans|trip) to|no longer (plan|want|intend) to)\s+(?<value>.+)$");
    private static readonly Regex Plan = Rule($@"^({Be}\s+(going|planning|hoping)\s+to|plan to|plans to|intend to|intends to|want to|hope to|decided to)\s+(?<value>(?!know\b|ask\b|say\b|tell\b|see if\b|talk\b|thank\b|understand\b).+)$");

    private static readonly (Regex Pattern, string Attribute, bool Negated)[] Predicates =
    [
        (Called, Attributes.Name, false),
        (Home, Attributes.Home, false),
        (Left, Attributes.Employer, true),
        (Employer, Attributes.Employer, false),
        (Diet, Attributes.Diet, false),
        (Married, Attributes.Status, false),
        (Occupation, Attributes.Occupation, false),
        (Age, Attributes.Age, false),
        (Born, Attributes.Birthday, false),
        (Origin, Attributes.Origin, false),
        (Allergy, Attributes.Allergy, false),
        (Dislikes, Attributes.Likes, true),
        (Likes, Attributes.Likes, false),
        (Speaks, Attributes.Language, false),
        (Pet, Attributes.Pet, false),
        (Study, Attributes.Study, false),
        (Owns, Attributes.Owns, false),
        (NoPlan, Attributes.Plan, true),
        (Plan, Attributes.Plan, false),
    ];

    // Read when the first statement is; as generated code the rules would be most of what the compiler has to do.
    private static Regex Rule([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) => new(pattern, Options, TimeSpan.FromMilliseconds(FactRules.LongestMatch));
}
