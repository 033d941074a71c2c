using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>Cuts a value out of the words after a verb.</summary>
internal static partial class FactValue
{
    private const int Longest = 80;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Without what follows the value: reasons, times, adverbs.</summary>
    public static string? English(string text) => Checked(Tail().Replace(Cut().Split(text)[0], string.Empty));

    public static string? Plain(string text) => Checked(text);

    public static string? Chinese(string text) => Checked(ChineseTail().Replace(ChineseCut().Split(text)[0], string.Empty));

    public static string WithoutArticle(string value) => Article().Replace(value, string.Empty);

    /// <summary>"a, b and c" as three; "rock and roll" stays one.</summary>
    public static IEnumerable<string> List(string value) => value.Contains(',', StringComparison.Ordinal) || value.Contains('、', StringComparison.Ordinal)
        ? Comma().Split(value).Select(part => part.Trim()).Where(part => part.Length > 0)
        : [value];

    private static string? Checked(string text) => text.Trim(' ', '.', ',', '!', '，', '。', '！', '…', '\'', ')', '(') is { Length: > 0 and <= Longest } value ? value : null;

    [GeneratedRegex(@"\s*[;:(—–]\s*|,\s+(because|since|so|but|which|who|where|and (i|we|he|she|it)\b|though|although|not)|\s+(because|since|although|though|even though|but|instead of|rather than|so that|which|where|with my|when|while)\s", Options, FactRules.LongestMatch)]
    private static partial Regex Cut();

    [GeneratedRegex(@"(,?\s+(now|nowadays|anymore|any more|these days|at the moment|currently|too|again|already|as well|very much|so much|a lot|the most|for now|right now|actually|by the way|yesterday|today|tonight|last (week|month|year|night|summer|winter|spring|fall|autumn)|this (week|month|year|summer|winter|spring|morning)|next (week|month|year|summer|winter|spring)|(two|three|four|five|six|a few|\d+) (days|weeks|months|years) ago|a (day|week|month|year) ago|in (january|february|march|april|may|june|july|august|september|october|november|december)( \d{4})?|in (19|20)\d\d|since .*|for (about |almost |over )?(a|two|three|four|five|\d+) (days?|weeks?|months?|years?)))+$", Options, FactRules.LongestMatch)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(a|an|the)\s+", Options, FactRules.LongestMatch)]
    private static partial Regex Article();

    [GeneratedRegex(@"\s*(,\s*and|,\s*or|,|、|和)\s*|\s+and\s+|\s+or\s+", Options, FactRules.LongestMatch)]
    private static partial Regex Comma();

    [GeneratedRegex("因为|所以|但是|不过|可是|而且|，|,|；|：|（|\\(|然后|而不是", Options, FactRules.LongestMatch)]
    private static partial Regex ChineseCut();

    [GeneratedRegex("(了|的|啊|呢|吧|呀|哦|啦|现在|目前|最近|已经|很多年|好多年|[一二三四五六七八九十两几\\d]+(年|个月|天|周))+$", Options, FactRules.LongestMatch)]
    private static partial Regex ChineseTail();
}
