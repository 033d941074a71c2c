using System.Buffers;
using System.Globalization;
using System.Text;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Texts and names as chat programs write them, with marks of direction and digits of any script.</summary>
internal static class ChatText
{
    private const int LongestName = 100;
    private static readonly SearchValues<char> Marks = SearchValues.Create("\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>A name without marks that cannot be seen; the tilde before who is not among the contacts goes, too.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            text.Append(char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator ? ' ' : c);
        }

        var plain = WithoutMarks(text.ToString()).TrimStart('~', ' ').Trim();
        return plain.Length == 0 ? "unknown" : plain.Length > LongestName ? plain[..LongestName].TrimEnd('\uD83C', '\uD83D', '\uD83E') : plain;
    }

    /// <summary>A text without marks of direction.</summary>
    public static string WithoutMarks(string text) => text.AsSpan().ContainsAny(Marks) ? string.Concat(text.Where(c => !Marks.Contains(c))) : text;

    /// <summary>A text with digits of other scripts as 0 to 9, and every space as one that is plain; as long as before.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.GetUnicodeCategory(source[i]) switch
            {
                UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(source[i])),
                UnicodeCategory.SpaceSeparator => ' ',
                _ => source[i],
            };
        }
    });
}
