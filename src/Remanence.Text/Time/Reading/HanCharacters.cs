namespace Remanence.Text.Time.Reading;

/// <summary>Brings the characters of Chinese time expressions to one form.</summary>
internal static class HanCharacters
{
    private const string Traditional = "臘陰舊隔後週點時號這個過幾兩節國慶聖誕禮開從間內來鐘陽勞動兒親紀學淩壹貳叁〇○將備劃為絲婦師萬單雙裡裏麼長頭農曆復與當約數準樓線門機車館碼廳鋪員選樹報輕齡獎氣種會餘飯離鄰續";
    private const string Simplified = "腊阴旧隔后周点时号这个过几两节国庆圣诞礼开从间内来钟阳劳动儿亲纪学凌一二三零零将备划为丝妇师万单双里里么长头农历复与当约数准楼线门机车馆码厅铺员选树报轻龄奖气种会余饭离邻续";

    // Every expression holds at least one of these; a text without them, digits and English words is done after one pass.
    private const string Triggers = "五十清今昨前明后天周星礼月年日号点时早晚午夜凌末春夏秋冬节国中元圣最近过几旬世季以之每底初半刻端七重除平双情万期假";

    // The first characters of all expressions, numerals among them.
    private const string Beginnings = "再今昨前明后大上下本这去周星礼每从自截直最近过未接几数若些好半第除农春元端七中重国圣平情妇五劳儿教双母父万感复零一二两三四六八九十百凌清早晨正午傍晚夜深月年约差不腊阴旧冬次翌隔";

    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or '〇' or '○';

    public static char Simplify(char c)
    {
        var at = Traditional.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? c : Simplified[at];
    }

    public static bool IsTrigger(char simplified) => Triggers.Contains(simplified, StringComparison.Ordinal);

    public static bool BeginsExpression(char simplified) => Beginnings.Contains(simplified, StringComparison.Ordinal);

    /// <summary>The value of a numeral 零 to 九 (and 两), or -1.</summary>
    public static int Digit(char simplified) => simplified switch
    {
        '零' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
