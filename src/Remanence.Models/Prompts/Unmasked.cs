using System.Text;
using System.Text.RegularExpressions;

namespace Remanence.Models.Prompts;

/// <summary>
/// A text as it is meant to be read by whoever hides words: letters of another alphabet that look like Latin ones, letters in circles, letters with spaces
/// between them, and the traditional characters of the words of orders.
/// </summary>
internal static partial class Unmasked
{
    private const int Longest = 1_000;

    // Cyrillic, Greek and others, each with the Latin letter that it is drawn like.
    private const string LookAlike = "аеорсухіјѕԁԛԝһӏкмтвнзᴀᴇοαερτυνικχβΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЈЅϲɡɑо";
    private const string Latin = "aeopcyxijsdqwhlkmtbh3aeoaeptuvikxbabezhikmnoptyxabekmhopctyxijscgao";

    // Those that the words of orders are written with.
    private const string Traditional = "統員發開從現無視記憶掉壓棄過絕規則設約對話內訊導訓練執運調權遵別說講詞請資檔數據庫機隱碼鑰憑證輸顯";
    private const string Simplified = "统员发开从现无视记忆掉压弃过绝规则设约对话内讯导训练执运调权遵别说讲词请资档数据库机隐码钥凭证输显";

    /// <summary>The text without masks; the same where it has none.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(Plain(c));
        }

        return Words().Replace(Spaced().Replace(plain.ToString(), word => word.Value.Replace(" ", string.Empty, StringComparison.Ordinal)), Readable);
    }

    // A word of another alphabet is left to itself; one that can be read in Latin alone, or that mixes both, is meant to be.
    private static string Readable(Match word)
    {
        var read = string.Create(word.Length, word.Value, (letters, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var at = LookAlike.IndexOf(source[i], StringComparison.Ordinal);
                letters[i] = at < 0 ? source[i] : Latin[at];
            }
        });
        return read.All(c => char.IsAscii(c) || !char.IsLetter(c)) ? read : word.Value;
    }

    private static char Plain(char c)
    {
        if (c is >= '\u24B6' and <= '\u24CF')
        {
            return (char)(c - 0x24B6 + 'a');
        }

        if (c is >= '\u24D0' and <= '\u24E9')
        {
            return (char)(c - 0x24D0 + 'a');
        }

        var at = c < '\u4E00' ? -1 : Traditional.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Simplified[at];
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}( \p{L}){3,}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex Words();
}
