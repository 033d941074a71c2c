using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Tells a weekday's numeral from the beginning of the next word: 这周一直, 上周四处, 下周日程, 上周三天.</summary>
internal static class ChineseGlue
{
    // What a numeral counts.
    private const string Measures = "次个年月周种件篇场条位本套遍趟份张部顿项名只双杯瓶串堆首座辆台封支节门家碗块公里人斤元分秒度倍岁天层集章步口群届级环楼口届轮盘袋盒箱包间所声句段例类样些";

    // What stands behind 日出 where the sun rises; 周日 出发 and its like go on with a verb.
    private const string BehindSunrise = "时前后之很美真太的和与跟特非刻那观景东也都是在云海大";

    /// <param name="tokens">The text.</param>
    /// <param name="at">The numeral behind 周, 星期 or 礼拜.</param>
    public static bool BeginsWord(TokenStream tokens, int at)
    {
        // The reading whose known word reaches further is the right one: 一直 接 against 直接.
        var after = at + 1;
        var behind = ChineseGlueWords.BehindNumeral(tokens, after);
        var word = ChineseGlueWords.AtNumeral(tokens, at);
        if (word > 0)
        {
            // "周日后" and "周日前" name the day.
            var whole = behind >= word || IsUntilWeekday(tokens, at) || tokens.IsHanWord(at, "日后") || tokens.IsHanWord(at, "日前");
            return !whole && !(word == 2 && tokens.IsHanWord(at, "日出") && !IsSunrise(tokens, after + 1));
        }

        if (tokens.IsHan(at, '日') || tokens.IsHan(at, '天'))
        {
            return tokens.IsHan(after, '期');
        }

        if (tokens.IsHanOf(after, "十百千万几多"))
        {
            return true;
        }

        if (tokens.IsHan(after, '点'))
        {
            // "五点起床", but "周三 点外卖" and "周五 点名".
            return tokens.IsHanOf(after + 1, "半钟整一二三四五六七八九十多左起集出开到见下上才就的") || tokens[after + 1].Kind is TokenKind.Edge or TokenKind.Symbol;
        }

        // "三四个", "五六次": an approximate number.
        if (ChineseNumbers.IsNumeral(tokens, after) && tokens[after].Kind == TokenKind.Han)
        {
            return tokens.IsHanOf(after + 1, "次个遍回天位人") && !tokens.IsHan(after + 2, '气');
        }

        return behind == 0 && tokens.IsHanOf(after, Measures);
    }

    // "上周一直到周五": the week's first day, and up to which.
    private static bool IsUntilWeekday(TokenStream tokens, int at) => tokens.IsHanWord(at, "一直到") && tokens.IsHanOf(at + 3, "周星礼");

    /// <summary>"周六六点": the numeral before is a weekday's, and the two are no approximate number as in "三四点".</summary>
    public static bool EndsWeekday(TokenStream tokens, int at)
    {
        const string Numerals = "一二三四五六七八九";
        var before = tokens[at - 1].Kind == TokenKind.Han ? Numerals.IndexOf((char)tokens[at - 1].Value, StringComparison.Ordinal) : -1;
        var own = tokens[at].Kind == TokenKind.Han ? Numerals.IndexOf((char)tokens[at].Value, StringComparison.Ordinal) : -1;
        return tokens.IsHanOf(at - 2, "周期拜") && before >= 0 && own != before + 1;
    }

    private static bool IsSunrise(TokenStream tokens, int next) => tokens[next].Kind != TokenKind.Han || tokens.IsHanOf(next, BehindSunrise);
}
