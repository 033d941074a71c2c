using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Days of recurring times named one after the other: 周一和周三, 周一、三、五, 周二四, 周一到周五, 1号和15号.</summary>
internal static class ChineseLists
{
    private const string WeekdayNumerals = "一二三四五六日";

    // What a numeral counts or begins where it is no weekday: "每周三四点", "每周五六次", "每周一三十分钟".
    private const string NoWeekday = "次个年月周种起期点时号分刻十百千天位人遍回节小多年半";

    // Who names more days than this names numbers.
    private const int LongestList = 8;

    /// <summary>Null where no weekday stands at the token.</summary>
    public static DayList? Weekdays(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (ChineseWeeks.Weekday(tokens, at, out var afterFirst) is not { } first)
        {
            return null;
        }

        // "每周五六次", "每周六天" but "每周六天气好"
        var counts = tokens.IsHanOf(afterFirst, WeekdayNumerals) ? tokens.IsHanOf(afterFirst + 1, "次个遍回天")
            : tokens.IsHan(afterFirst, '天') && !tokens.IsHan(afterFirst + 1, '气');
        if (counts)
        {
            return null;
        }

        var list = default(DayList);
        var (from, last, end) = (first, first, afterFirst);
        do
        {
            var days = Days(tokens, from, ref last, ref end);
            var timed = ChineseClock.Attach(tokens, new ParsedPattern(end, TimePattern.Weekly(last)))!.Value;
            if (!list.Add(days, timed.Pattern.Time))
            {
                break;
            }

            next = timed.Next;
        }
        while (Joint(tokens, next, out var memberAt) && Named(tokens, memberAt, ref from, ref last, ref end));
        return list;
    }

    /// <summary>Days of the month; null where none stands at the token.</summary>
    public static DayList? MonthDays(TokenStream tokens, int at, out int next)
    {
        next = at;
        var list = default(DayList);
        DayList? read = null;
        for (var memberAt = at; list.Count < LongestList && MonthDay(tokens, memberAt, out var afterMember, out var whole) is { } days && list.Add(days);)
        {
            if (whole)
            {
                (read, next) = (list, afterMember);
            }

            if (!Joint(tokens, afterMember, out memberAt))
            {
                break;
            }
        }

        return read;
    }

    /// <summary>第二个周二, 第一个和第三个周一, as <see cref="Recurrence.Nths"/> has them.</summary>
    public static int? NthWeekday(TokenStream tokens, int at, out int weekday, out int next)
    {
        var nths = 0;
        next = at;
        do
        {
            if (ChineseMonths.Ordinal(tokens, next, out next) is not { } nth || (nths & Recurrence.NthBit(nth)) != 0)
            {
                break;
            }

            nths |= Recurrence.NthBit(nth);
            HanWords.Skip(tokens, ref next, "个");
            if (ChineseWeeks.Weekday(tokens, next, out var afterDay) is { } day)
            {
                (weekday, next) = (day, afterDay);
                return nths;
            }
        }
        while (Joint(tokens, next, out next));
        weekday = 0;
        return null;
    }

    /// <summary>和, 、 and their like; a comma ends a clause.</summary>
    public static bool Joint(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (HanWords.Skip(tokens, ref next, "以及", "和", "与", "跟", "及", "或"))
        {
            return true;
        }

        next = at + 1;
        return tokens.IsSymbol(at, '/') || (tokens.IsSymbol(at, ',') && tokens.Text[tokens[at].Start] == '、');
    }

    // The day read last and what stands beside it: 三五 after 一, 到五 after 一.
    private static uint Days(TokenStream tokens, int first, ref int last, ref int end)
    {
        var joint = end;
        if (HanWords.Skip(tokens, ref joint, "到", "至") || IsDash(tokens, ref joint))
        {
            var from = first;
            return Named(tokens, joint, ref from, ref last, ref end) ? DayList.Weekdays(first, last) : 1u << first;
        }

        var days = 1u << first;
        while (Bare(tokens, end) is { } day && day > last)
        {
            (last, end) = (day, end + 1);
            days |= 1u << day;
        }

        return days;
    }

    // 周三, or 三 alone behind a joint.
    private static bool Named(TokenStream tokens, int at, ref int day, ref int last, ref int end)
    {
        var from = tokens.IsHan(at, '每') ? at + 1 : at;
        HanWords.Skip(tokens, ref from, "个");
        if (ChineseWeeks.Weekday(tokens, from, out var next) is { } named)
        {
            (day, last, end) = (named, named, next);
            return true;
        }

        if (Bare(tokens, at) is not { } bare)
        {
            return false;
        }

        (day, last, end) = (bare, bare, at + 1);
        return true;
    }

    /// <summary>三 as a weekday, where it counts nothing.</summary>
    public static int? BareWeekday(TokenStream tokens, int at) => ChineseNumbers.IsNumeral(tokens, at + 1) ? null : Bare(tokens, at);

    private static int? Bare(TokenStream tokens, int at)
    {
        var token = tokens[at];
        var day = token.Kind == TokenKind.Han ? WeekdayNumerals.IndexOf((char)token.Value, StringComparison.Ordinal) : -1;
        return day >= 0 && !tokens.IsHanOf(at + 1, NoWeekday) ? day : null;
    }

    /// <summary>"15号", "1" of "1、15号", "1号到5号", "最后一天".</summary>
    private static uint? MonthDay(TokenStream tokens, int at, out int next, out bool whole)
    {
        next = at;
        whole = HanWords.Skip(tokens, ref next, "最后一天", "最后1天");
        if (whole)
        {
            return 1;
        }

        if (ChineseNumbers.ReadWithin(tokens, at, 1, 31, out next) is not { } first)
        {
            return null;
        }

        whole = IsUnit(tokens, ref next);
        var joint = next;
        if ((HanWords.Skip(tokens, ref joint, "到", "至") || IsDash(tokens, ref joint))
            && ChineseNumbers.ReadWithin(tokens, joint, first + 1, 31, out var unitAt) is { } last && IsUnit(tokens, ref unitAt))
        {
            (next, whole) = (unitAt, true);
            return DayList.MonthDays(first, last);
        }

        return 1u << first;
    }

    private static bool IsUnit(TokenStream tokens, ref int at)
    {
        if (!tokens.IsHanOf(at, "日号") || tokens.IsHanOf(at + 1, ChineseDates.NoDay))
        {
            return false;
        }

        at++;
        return true;
    }

    private static bool IsDash(TokenStream tokens, ref int at)
    {
        if (!tokens.IsSymbol(at, '-') && !tokens.IsSymbol(at, '~'))
        {
            return false;
        }

        at++;
        return true;
    }
}
