using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Writes a fact as an English sentence that is understood alone.</summary>
internal static class EnglishSentence
{
    private static readonly Regex Many = EnglishRule.Pattern($"^(parents|twins|{EnglishWords.Relations})\\b");
    private static readonly Regex Ceased = EnglishRule.Pattern(
        @"\b(any ?more|no longer|quit|left|stopped|resigned|fired|laid off|lost|notice|cancel+ed|used to|decided|now|these days)\b");
    private static readonly Regex NoLonger = EnglishRule.Pattern(@"\b(any ?more|any longer|no longer|these days)\b");
    private static readonly Regex Again = EnglishRule.Pattern(@"\b(again|back to)\b");
    private static readonly Regex Near = EnglishRule.Pattern(
        "^(just |right |really |pretty |quite |somewhere )*(near|outside|close to|right by|not far|next to|(north|south|east|west) of)\\b");
    private static readonly Regex Gerund = EnglishRule.Pattern(@"^(?!bring|sing|ring|swing|sting|fling|cling|king|string|spring)\p{L}+ing\b");
    private static readonly Regex Worn = EnglishRule.Pattern("^(wears|uses|using|takes|taking) ");
    private static readonly Regex Equipment = EnglishRule.Pattern(@"^[\p{L} -]+ (is|runs) ");
    private static readonly Regex Adjective = EnglishRule.Pattern(
        "^(jewish|secular|spiritual|religious|non-?religious|superstitious|evangelical|catholic|protestant|hindu|buddhist|muslim|christian)$");
    private static readonly Regex Verb = EnglishRule.Pattern(@"^(eat|drink|have|tolerate|smoke|drive|gamble|vape|exercise|cook|use)\b");

    public static string Of(SpokenFact fact, string? speaker)
    {
        var who = speaker ?? "The user";
        if (fact.Told is { } told)
        {
            return $"{who}{told}.";
        }

        who = fact.Subject is { } subject ? $"{who}'s {subject}" : who;
        var said = Said(fact, who);
        return $"{(fact.Subject is not null && Many.IsMatch(fact.Subject) ? Plural(said, who) : said)}.";
    }

    private static string Belief(string who, string value, bool not) => value switch
    {
        _ when value.StartsWith("in ", StringComparison.Ordinal) => $"{who} {(not ? "does not believe" : "believes")} {value}",
        _ when value.StartsWith("raised ", StringComparison.Ordinal) => $"{who} was {value}",
        _ when value.EndsWith(" matters", StringComparison.Ordinal) => $"{who} believes that {value}",
        _ when Adjective.IsMatch(value) => $"{who} is {(not ? "not " : string.Empty)}{value}",
        _ => $"{who} is {(not ? "not " : string.Empty)}{EnglishVerb.Article(value)} {value}",
    };

    private static string Plural(string sentence, string who)
    {
        var rest = sentence.StartsWith(who + " ", StringComparison.Ordinal) ? sentence[(who.Length + 1)..] : string.Empty;
        var end = rest.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? sentence : $"{who} {EnglishVerb.Plural(rest[..end])}{rest[end..]}";
    }

    private static string Said(SpokenFact fact, string who)
    {
        var (value, not) = (fact.Value, fact.Negated);

        // Who is no nurse may never have been one.
        var more = fact.Said is null || Ceased.IsMatch(fact.Said) ? " any more" : string.Empty;
        return fact.Attribute switch
        {
            Attributes.Name => not ? $"{who} is not called {value}" : $"{who} is called {value}",
            Attributes.Age => char.IsAsciiDigit(value[0]) ? $"{who} is {value} years old" : $"{who} is {value}",
            Attributes.Birthday => $"{who}'s birthday is {value}",
            Attributes.Home when Near.IsMatch(value) => not ? $"{who} does not live {value}{more}" : $"{who} lives {value}",
            Attributes.Home => not ? $"{who} does not live in {value}{more}" : $"{who} lives in {value}",
            Attributes.Origin => value.StartsWith("on ", StringComparison.Ordinal) ? $"{who} grew up {value}" : $"{who} comes from {value}",
            Attributes.Nationality => not ? $"{who} is not {value}" : $"{who} is {value}",
            Attributes.Employer when EnglishChangeRules.IsNone(value) => $"{who} {value}",
            Attributes.Employer => not ? $"{who} does not work at {value}{more}" : $"{who} works at {value}",
            Attributes.Occupation => Occupation(who, value, not, more),
            Attributes.Study => not ? $"{who} does not study {value}{more}" : $"{who} studies {value}",
            Attributes.School => not ? $"{who} does not go to {value}{more}" : $"{who} goes to {value}",
            Attributes.Likes => not ? $"{who} does not like {value}" : $"{who} likes {value}",
            Attributes.Allergy => not ? $"{who} is not allergic to {value}" : $"{who} is allergic to {value}",
            Attributes.Diet => not ? $"{who} is not {value}{more}" : $"{who} is {value}",
            Attributes.Health when value.StartsWith("is ", StringComparison.Ordinal) => not ? $"{who} is not {value[3..]}" : $"{who} {value}",
            Attributes.Health when Worn.IsMatch(value) => $"{who} {value}",
            Attributes.Health => not ? $"{who} does not have {value}" : $"{who} has {value}",
            Attributes.Pet => not ? $"{who} no longer has {Living(value)}" : $"{who} has {Living(value)}",
            Attributes.Family => Family(who, value),
            Attributes.Language => not ? $"{who} does not speak {value}" : $"{who} speaks {value}",
            Attributes.Owns => not ? $"{who} does not own {WithArticle(value)}" : $"{who} owns {WithArticle(value)}",
            Attributes.Plan when !not && Gerund.IsMatch(value) => $"{who} is thinking of {value}",
            Attributes.Plan => not ? $"{who} does not plan to {value}{more}" : $"{who} plans to {value}",
            Attributes.Status => not ? $"{who} is not {value}" : $"{who} is {value}",
            Attributes.Habit when !not && Gerund.IsMatch(value) =>
                $"{who} is {value}{(fact.Said is not null && Again.IsMatch(fact.Said) ? " again" : string.Empty)}",
            Attributes.Habit => !not ? $"{who} {EnglishVerb.Third(value)}"
            : value.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal) ? $"{who} stopped {value}"
            : Verb.IsMatch(value) ? $"{who} does not {value}"
            : fact.Said is not null && NoLonger.IsMatch(fact.Said) ? $"{who} no longer {EnglishVerb.Third(value)}"
            : $"{who} does without {value}",
            Attributes.Event => $"{who} {value}",
            Attributes.Skill => value.StartsWith("at ", StringComparison.Ordinal)
                ? $"{who} is {(not ? "not good" : "good")} {value}"
                : $"{who} {(not ? "can not" : "can")} {value}",
            Attributes.Device when not => $"{who} does not use {WithArticle(value)}{more}",
            Attributes.Device => Equipment.IsMatch(value) ? $"{who}'s {value}" : $"{who} uses {WithArticle(value)}",
            Attributes.Belief => Belief(who, value, not),
            Attributes.Preference => value.StartsWith("asks: ", StringComparison.Ordinal) ? $"{who} {value}"
            : value.Contains(": ", StringComparison.Ordinal) ? $"{who}'s {value}"
            : $"{who} prefers {value}",
            Attributes.Contact => value.IndexOf(": ", StringComparison.Ordinal) is var end and > 0
                ? $"{who}'s {value[..end]} is {value[(end + 2)..]}"
                : $"{who} can be reached at {value}",
            var other => $"{who}'s {other} is {value}",
        };
    }

    private static string Occupation(string who, string value, bool not, string more) =>
        value switch
        {
            _ when value.StartsWith("runs ", StringComparison.Ordinal) => not ? $"{who} no longer {value}" : $"{who} {value}",
            _ when value.EndsWith(" for a living", StringComparison.Ordinal) => not
                ? $"{who} no longer {EnglishVerb.Third(value)}"
                : $"{who} {EnglishVerb.Third(value)}",
            _ when value.StartsWith("in ", StringComparison.Ordinal) => not ? $"{who} does not work {value}{more}" : $"{who} works {value}",
            "retired" or "unemployed" or "between jobs" or "laid off" or "out of work" => not ? $"{who} is not {value}" : $"{who} is {value}",
            _ when value.StartsWith("on ", StringComparison.Ordinal)
                    || value.StartsWith("self", StringComparison.Ordinal)
                    || value.StartsWith("freelanc", StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal) => $"{who} is {value}",
            _ => not ? $"{who} does not work as {WithArticle(value)}{more}" : $"{who} works as {WithArticle(value)}",
        };

    // "wife Anna" and "two boys, Felix and Oscar" and "a twin brother".
    private static string Family(string who, string value)
    {
        if (value.StartsWith("is ", StringComparison.Ordinal))
        {
            return $"{who} {value}";
        }

        var (relation, name) = char.IsUpper(value[0]) ? (value, string.Empty) : Parts(value);
        return name.Length == 0 || relation.EndsWith(',') || Many.IsMatch(relation) ? $"{who} has {value}" : $"{who}'s {relation} is called {name}";
    }

    private static string Living(string value)
    {
        var (animal, name) = Parts(value) is (var kind, { Length: > 0 } given) ? (kind, $" called {given}") : (value, string.Empty);
        return (animal.EndsWith('s') || animal.Contains(' ', StringComparison.Ordinal) && char.IsDigit(animal[0]) ? animal : WithArticle(animal)) + name;
    }

    // "best friend Mary Ann Cole": a name begins with the first capital and goes on to the end.
    private static (string Kind, string Name) Parts(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        while (space > 0 && space + 1 < value.Length && !char.IsUpper(value[space + 1]))
        {
            space = value.IndexOf(' ', space + 1);
        }

        return space > 0 ? (value[..space], value[(space + 1)..]) : (value, string.Empty);
    }

    private static string WithArticle(string value) =>
        value.Length > 1
        && (
            char.IsUpper(value[1])
            || value.EndsWith('s') && !value.EndsWith("ss", StringComparison.Ordinal)
            || value.StartsWith("two ", StringComparison.Ordinal)
            || value.StartsWith("head ", StringComparison.Ordinal)
            || value.StartsWith("chief ", StringComparison.Ordinal))
            ? value
            : $"{EnglishVerb.Article(value)} {value}";
}
