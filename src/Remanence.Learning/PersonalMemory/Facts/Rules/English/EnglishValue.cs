using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Cuts a value out of the words after a verb.</summary>
internal static class EnglishValue
{
    private const int Longest = 80;

    private const string Reason =
        "because|cause|since|so|but|although|though|even though|instead of|rather than|which|(?<!(dr|mr|mrs|ms|prof)[.] "
        + ")who|where|when|while|whenever|if|unless|until|than|as (i|we|it|my|he|she)|thanks to|due to|e\\.g|i\\.e|for example|for instance|such as";

    // A longer member of a list is a clause of its own.
    private const int LongestItem = 5;

    private static readonly Regex Cut = EnglishRule.Pattern(
        $@"\s*([;(—–]|:(?!\d)).*$|\s-+\s|,?\s+({Reason}|and (i|we|he|she|it|they|the|my|our|am|is|are|was|still|also|then|yes|have|has|need|want|would"
        + $@"|will|can|do|not|never|so|it's|that|[\w']+ (is|are|was|were|has))|with (my|our|a|his|her))\b.*$|,\s+(?!and\b|or\b).*$");

    private static readonly Regex CutAll = EnglishRule.Pattern(
        $@"\s*([;(—–]|:(?!\d)).*$|\s-+\s|,?\s+({Reason}|and (i|we|he|she|it|they|am|is|are|was|have|has|need|would|will|can))\b.*$");

    private static readonly Regex Tail = EnglishRule.Pattern(
        $@"(,?\s+(after all|and|or|but|etc\.?|and (so|such) (on|like)?|(more|less|better) than .*|for good|once and for all|in the end|on a whim"
        + $@"|by (train|car|bus|plane|bike)|as of .*|(one|two|three|four|\d) (days|nights) a week|(two|a) (weeks?|fortnight|fridays|mondays) ago.*|now"
        + $@"|lately|nowadays|anymore|any more|these days|at the moment|at present|currently|too|again|already|as well|very much"
        + $@"|so much|a lot|the most|at all|either|for now|right now|actually|by the way|btw|lol|haha|tho|though|tbh|here|originally|full[- ]time"
        + $@"|part[- ]time|my whole life|all my life|since .*|forever|ever since|tonight|{EnglishWords.Past}|{EnglishWords.Coming}|for (about |around "
        + $@"|almost |nearly |over |more than )?({EnglishWords.Count}) (more )?(days?|weeks?|months?|years?|decades?)))+$");

    private static readonly Regex Article = EnglishRule.Pattern(@"^(a|an|the)\s+");
    private static readonly Regex Comma = EnglishRule.Pattern(@"\s*(,\s*and|,\s*or|,)\s*|\s+and\s+|\s+or\s+|\s+&\s+");
    private static readonly Regex Doing = EnglishRule.Pattern(
        @"^\w+ (it|them|him|her)\b|\b(is|are|was|were|came|says|said|turned|went|comes|goes|made|makes|negative|positive)\b|^(is|has|does|was|keeps?"
        + @"|gets?|loves?|hates?|needs?|wants?) ");
    private static readonly Regex Clause = EnglishRule.Pattern(
        @"\b(i|we|you|is|are|was|already|finished|please|need|want|can|would|mostly|mainly|especially)\b|^(sorry|thanks?|thx|cheers|lol|haha+|honestly"
        + @"|really|ever|obviously|of course|right|ok|okay|sadly|alas|ugh|period|full stop|end of|no|yes|yeah|tbh|oh well|hence|go figure|believe me)\b");

    /// <summary>Without what follows the value: reasons, times, adverbs. Null where nothing is left.</summary>
    public static string? Of(string text) => Checked(Tail.Replace(Cut.Replace(text, string.Empty), string.Empty));

    /// <summary>As it was said, but for reasons and clauses after it; times stay.</summary>
    public static string? Whole(string text) => Checked(CutAll.Replace(text, string.Empty));

    /// <summary>As it was said.</summary>
    public static string? Checked(string text) =>
        text.Trim(' ', '.', ',', '!', '…', '\'', ')', '(', '*', '~', ':', '"') is { Length: > 0 and <= Longest } value ? value : null;

    public static string? WithoutArticle(string text) => Of(text) is { } value ? Article.Replace(value, string.Empty) : null;

    /// <summary>"a and b" as two.</summary>
    public static IEnumerable<string> Each(string text) => List(text).SelectMany(one => Comma.Split(one)).Where(one => one.Length > 0 && !Doing.IsMatch(one));

    /// <summary>"a, b and c" as three; "rock and roll" stays one.</summary>
    public static IEnumerable<string> List(string text)
    {
        if (Checked(Tail.Replace(CutAll.Replace(text, string.Empty), string.Empty)) is not { } value)
        {
            return [];
        }

        return value.Contains(',', StringComparison.Ordinal)
            ? Comma
                .Split(value)
                .Select(item => item.Trim())
                .Where((item, i) => item.Length > 0 && (i == 0 || (!Clause.IsMatch(item) && item.Count(c => c == ' ') < LongestItem)))
            : [value];
    }
}
