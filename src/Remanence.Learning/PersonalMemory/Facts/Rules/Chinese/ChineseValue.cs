using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Cuts a value out of the words after a verb.</summary>
internal static class ChineseValue
{
    private const int Longest = 40;
    private static readonly Regex Cut = ChineseRule.Pattern("因为|所以|但是|但|不过|可是|而且|然后|而不是|不是|，|,|；|：|（|\\(|——|…|~|～");

    private static readonly Regex Tail = ChineseRule.Pattern(
        $"(了|啊|呢|吧|呀|哦|啦|嘛|哈+|哒|喔|咯|噢|耶|哎|嘿|[!！。.~～ ]|现在|目前|最近|已经|很多年|好多年|好几年|好久|这边|那边|这里|那里|{ChineseWords.Number}(来|多)?(年|个月|天|周)多?|什么的|之类的?|等等)+$");

    private static readonly Regex Lead = ChineseRule.Pattern("^(了|过|一(名|个|位|家|间|所|种|款|只|条|辆|台|部|套|把|架|双|块|件|副|支)(?!月|星期|礼拜|人)|[个位名]|那种|各种|这种|那个|这个)+");

    private static readonly Regex Particle = ChineseRule.Pattern("(?<!^(吃|喝|看|听|玩|穿|用|做|写|养).*)的$");

    private static readonly Regex Unclear = ChineseRule.Pattern("[?？“”\"]|什么|怎么|哪[里儿个些]|谁|多少|[你您]|^[他她它这那]|^(了|过|的|得|着|一下|一点|些|点)?$|^某|吗$");

    /// <summary>Without what surrounds it: counting words, particles, reasons; null when nothing is left or it is not clear what it means.</summary>
    public static string? Of(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var value = Tail.Replace(Lead.Replace(Cut.Split(text.Trim())[0], string.Empty), string.Empty);
        value = Tail.Replace(Particle.Replace(value, string.Empty), string.Empty);
        return Checked(value);
    }

    /// <summary>As <see cref="Of"/>, several named one by one taken apart.</summary>
    public static IEnumerable<string> All(string text) =>
        Of(text) is { } value ? value.Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The words as they stand.</summary>
    public static string? Checked(string text)
    {
        var value = text.Trim(' ', '.', ',', '!', '，', '。', '！', '…', '\'', ')', '(', '《', '》', '「', '」', '、', '“', '”', '"', '-');
        return value.Length is 0 or > Longest || Unclear.IsMatch(value)
            ? null
            : value.Replace("我们", "自己", StringComparison.Ordinal).Replace("我", "自己", StringComparison.Ordinal);
    }
}
