using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Remanence.Privacy.Directives;

/// <summary>
/// Reads "don't remember this" and its like, in English and Chinese. Conservative: only as a request at the beginning of a clause, never in quotation marks or
/// in a pasted page, never where it may mean "I do not recall". The patterns are no generated code: that would be 50,000 lines for the compiler, and few
/// messages come to them.
/// </summary>
[SuppressMessage("Design", "MA0009", Justification = "A time limit would lose the message; that the time is linear in the text is tested.")]
internal static partial class Directive
{
    // A wish stands at the beginning or the end of what is said with it.
    private const int Edge = 600;

    private static readonly SearchValues<string> EnglishHints = SearchValues.Create(
        ["remember", "memoriz", "memoris", "retain", "memor", "record", "forget", "this message", "this conversation", "this chat"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> ChineseHints = SearchValues.Create("记記忘存删刪");

    /// <summary>What the speaker of a message wishes of it.</summary>
    public static Wish In(string text)
    {
        var hasEnglish = text.AsSpan().ContainsAny(EnglishHints);
        var hasChinese = text.AsSpan().ContainsAny(ChineseHints);
        if (!hasEnglish && !hasChinese)
        {
            return Wish.None;
        }

        foreach (var part in Parts(text))
        {
            var plain = Quoted().Replace(part.Replace('’', '\''), match => new string('x', match.Length));
            var wish = hasEnglish ? Read(plain, EnglishDirective.Back, EnglishDirective.Here) : Wish.None;
            wish = wish == Wish.None && hasChinese ? Read(plain, ChineseDirective.Back, ChineseDirective.Here) : wish;
            if (wish != Wish.None)
            {
                return wish;
            }
        }

        return Wish.None;
    }

    // A message that says nothing else speaks of the one before it.
    private static Wish Read(string text, Regex back, Regex here)
    {
        if (back.IsMatch(text))
        {
            return Wish.Before;
        }

        var match = here.Match(text);
        return !match.Success ? Wish.None : match.Groups["bare"].Success && IsFiller(text.Remove(match.Index, match.Length)) ? Wish.Before : Wish.This;
    }

    private static bool IsFiller(string rest) => !Filler().Replace(rest, string.Empty).Any(char.IsLetterOrDigit);

    private static IEnumerable<string> Parts(string text) => text.Length <= 2 * Edge ? [text] : [text[..Edge], text[^Edge..]];

    [GeneratedRegex(
        """```[\s\S]*?(?:```|$)|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》|(?<![A-Za-z])'[^'\n]*'(?![A-Za-z])|(?m:^>.*$)""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        """\b(?:please|pls|thanks|thank\s+you|thx|ok|okay|hey|oh|btw|actually|assistant)\b|请|谢谢|拜托|麻烦|你|您|吧|啊|哦|了|好吗""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filler();
}
