using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>What one says of oneself, as others say it.</summary>
internal static class EnglishVerb
{
    private static readonly (Regex Own, string Others)[] Pronouns =
    [
        (EnglishRule.Pattern(@"\b(my|our)\b"), "their"),
        (EnglishRule.Pattern(@"\b(mine|ours)\b"), "theirs"),
        (EnglishRule.Pattern(@"\b(me|us)\b"), "them"),
        (EnglishRule.Pattern(@"\b(myself|ourselves)\b"), "themselves"),
        (EnglishRule.Pattern(@"\b(i|we) am\b"), "they are"),
        (EnglishRule.Pattern(@"\b(i|we)\b"), "they"),
    ];

    private static readonly Regex Adverb = EnglishRule.Pattern(
        @"^((never|always|usually|often|mostly|normally|typically|generally|sometimes|only|also|regularly|still|even|really|just)\s+)+");

    /// <summary>"a" or "an".</summary>
    public static string Article(string noun) => "aeio".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal) ? "an" : "a";

    /// <summary>"my sister and I" as "their sister and they".</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Others(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var (own, others) in Pronouns)
        {
            text = own.Replace(text, others);
        }

        return text;
    }

    /// <summary>"usually call" as "usually calls".</summary>
    public static string Third(string phrase)
    {
        var adverbs = Adverb.Match(phrase).Value;
        var rest = phrase[adverbs.Length..];
        var end = rest.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? space : rest.Length;
        return adverbs + Inflect(rest[..end]) + rest[end..];
    }

    /// <summary>"lives" as "live".</summary>
    public static string Plural(string verb) => verb switch
    {
        "is" => "are",
        "has" => "have",
        "does" => "do",
        "goes" => "go",
        "studies" => "study",
        _ when verb.EndsWith('s') => verb[..^1],
        _ => verb,
    };

    private static string Inflect(string verb) =>
        verb.ToLowerInvariant() switch
        {
            "" => verb,
            "am" or "are" or "be" => "is",
            "have" => "has",
            "do" => "does",
            "go" => "goes",
            var word when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => verb,
            var word
                when word.EndsWith("ss", StringComparison.Ordinal)
                    || word.EndsWith("sh", StringComparison.Ordinal)
                    || word.EndsWith("ch", StringComparison.Ordinal)
                    || word.EndsWith('x')
                    || word.EndsWith("zz", StringComparison.Ordinal) => verb + "es",
            var word when word.EndsWith('y') && word.Length > 1 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) => verb[..^1] + "ies",
            _ => verb + "s",
        };
}
