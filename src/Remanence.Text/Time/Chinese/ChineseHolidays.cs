using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Chinese names of holidays.</summary>
internal static class ChineseHolidays
{
    private static readonly (string Word, int Value)[] Names =
    [
        ("除夕", (int)Holiday.LunarNewYearsEve),
        ("大年三十", (int)Holiday.LunarNewYearsEve),
        ("大年初一", (int)Holiday.LunarNewYear),
        ("农历新年", (int)Holiday.LunarNewYear),
        ("春节", (int)Holiday.LunarNewYear),
        ("元宵", (int)Holiday.LanternFestival),
        ("端午", (int)Holiday.DragonBoat),
        ("清明", (int)Holiday.Qingming),
        ("七夕", (int)Holiday.Qixi),
        ("中秋", (int)Holiday.MidAutumn),
        ("重阳", (int)Holiday.DoubleNinth),
        ("国庆", (int)Holiday.ChinaNationalDay),
        ("元旦", (int)Holiday.NewYear),
        ("圣诞", (int)Holiday.Christmas),
        ("平安夜", (int)Holiday.ChristmasEve),
        ("情人节", (int)Holiday.Valentine),
        ("妇女节", (int)Holiday.WomensDay),
        ("五一劳动节", (int)Holiday.LabourDayMay),
        ("劳动节", (int)Holiday.LabourDayMay),
        ("五一假期", (int)Holiday.LabourDayMay),
        ("五一期间", (int)Holiday.LabourDayMay),
        ("五一节", (int)Holiday.LabourDayMay),
        ("五一", (int)Holiday.LabourDayMay),
        ("儿童节", (int)Holiday.ChildrensDay),
        ("教师节", (int)Holiday.TeachersDay),
        ("十一假期", (int)Holiday.ChinaNationalDay),
        ("十一长假", (int)Holiday.ChinaNationalDay),
        ("十一期间", (int)Holiday.ChinaNationalDay),
        ("双十一", (int)Holiday.SinglesDay),
        ("母亲节", (int)Holiday.MothersDay),
        ("父亲节", (int)Holiday.FathersDay),
        ("万圣节", (int)Holiday.Halloween),
        ("感恩节", (int)Holiday.Thanksgiving),
        ("复活节", (int)Holiday.Easter),
    ];

    public static Holiday? Parse(TokenStream tokens, int at, out int next)
    {
        if (IsTenth(tokens, at))
        {
            next = at + 2;
            return Holiday.ChinaNationalDay;
        }

        if (HanWords.Match(tokens, at, Names, out next) is not { } holiday)
        {
            return null;
        }

        // "圣诞老人", "圣诞树" and "五一广场" are no days.
        var fifth = tokens.IsHanWord(next - 2, "五一") && (tokens.IsHanOf(next, "广路街大商村支中号年个") || tokens.IsHanOf(next - 3, "周拜期")
            || ChineseNumbers.IsNumeral(tokens, next) || ChineseNumbers.IsNumeral(tokens, next - 3));
        if (fifth || tokens.IsHanOf(next, "老树卡歌帽"))
        {
            return null;
        }

        if (tokens.IsHan(next, '节'))
        {
            next++;
        }

        HanWords.Skip(tokens, ref next, "那天", "当天", "假期", "期间");
        return (Holiday)holiday;
    }

    // "十一打算去桂林", but not "十一点" and "二十一去".
    private static bool IsTenth(TokenStream tokens, int at) =>
        tokens.IsHanWord(at, "十一")
        && !tokens.IsHanOf(at - 1, "双月第二三四五六七八九百零周期号")
        && tokens[at - 1].Kind != TokenKind.Number
        && (tokens.IsHanOf(at + 2, "去回想") || tokens.IsHanWord(at + 2, "打算") || tokens.IsHanWord(at + 2, "准备") || tokens.IsHanWord(at + 2, "放假")
            || tokens.IsHanWord(at + 2, "我们") || tokens.IsHanWord(at + 2, "出去"));
}
