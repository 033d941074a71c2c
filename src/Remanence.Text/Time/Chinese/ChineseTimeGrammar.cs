using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Whole Chinese expressions: points, ranges, open intervals, recurring times.</summary>
internal static class ChineseTimeGrammar
{
    /// <summary>The longest expression that begins at the token; null where none does.</summary>
    public static Finding? Parse(TokenStream tokens, int at)
    {
        if (tokens.IsHan(at, '每'))
        {
            return Relations.Alone(tokens, at, ChineseRecurring.Parse(tokens, at));
        }

        if (ChineseRecurring.DailyOn(tokens, at) is { } daily)
        {
            return Relations.Alone(tokens, at, daily);
        }

        var from = at;
        var framed = HanWords.Skip(tokens, ref from, "自从", "从", "自");
        var until = !framed && HanWords.Skip(tokens, ref from, "截至", "截止到", "直到", "最晚", "最迟", "至迟", "不晚于", "不迟于");
        if (Point(tokens, from) is not { } first)
        {
            return tokens.IsHan(at, '隔') ? Relations.Alone(tokens, at, ChineseRecurring.Parse(tokens, at)) : null;
        }

        if (WeeksOn(tokens, at, first) is { } later)
        {
            return Relations.Alone(tokens, at, later);
        }

        if (until)
        {
            return Relations.Until(tokens, at, first);
        }

        if (
            SecondAt(tokens, first.Next, out var between) is { } secondAt
            && Second(tokens, secondAt, first) is { } second
            && Closes(tokens, second, between, out var next)
            && Relations.Range(tokens, at, first, second with { Next = next }) is { } range)
        {
            return range;
        }

        return Open(tokens, at, first, framed) ?? (framed ? null : Relations.Alone(tokens, at, first));
    }

    /// <summary>Moves behind 前, 之前 or 以前, but not into 前天 or 前面.</summary>
    public static bool IsBefore(TokenStream tokens, ref int next)
    {
        if (HanWords.Skip(tokens, ref next, "之前", "以前"))
        {
            return true;
        }

        var dayFollows = tokens.IsHan(next + 1, '天') && !tokens.IsHan(next + 2, '气');
        if (!tokens.IsHan(next, '前') || dayFollows || tokens.IsHanOf(next + 1, "年几面往后者台夕途"))
        {
            return false;
        }

        next++;
        return true;
    }

    /// <summary>Moves behind 后, 之后 or 以后, but not into 后来 or 后天.</summary>
    public static bool IsAfter(TokenStream tokens, ref int next)
    {
        if (HanWords.Skip(tokens, ref next, "之后", "以后"))
        {
            return true;
        }

        if (!tokens.IsHan(next, '后') || tokens.IsHanOf(next + 1, "天年来面悔续者台期"))
        {
            return false;
        }

        next++;
        return true;
    }

    public static ParsedPattern? Point(TokenStream tokens, int at)
    {
        if (tokens[at].Kind is not (TokenKind.Han or TokenKind.Number))
        {
            return null;
        }

        if (Sequels.Chinese(tokens, at) is { } sequel)
        {
            return ChineseClock.Attach(tokens, sequel);
        }

        var day = ParsedPattern.Longer(
            ParsedPattern.Longer(ChineseRelatives.Parse(tokens, at), ChineseDates.Parse(tokens, at)),
            ChineseWeeks.Parse(tokens, at));
        var timed = ChineseClock.Attach(tokens, ChineseClock.PassInside(tokens, day));
        return timed is null || timed == day ? ParsedPattern.Longer(timed, ChineseClock.Alone(tokens, at)) : timed;
    }

    /// <summary>"周五的一周后": counted from a day that stands before.</summary>
    private static ParsedPattern? WeeksOn(TokenStream tokens, int at, ParsedPattern day)
    {
        var next = day.Next;
        if (
            day.Pattern is not { IsSingleDay: true, Time: null, Recurring: false }
            || !HanWords.Skip(tokens, ref next, "的")
            || ChineseNumbers.Counted(tokens, next, out var unit, out next) is not { Fuzzy: false } count
            || count.Least % 2 != 0
            || unit is not (TimeUnit.Day or TimeUnit.Week)
            || !IsAfter(tokens, ref next)
            || PatternResolver.Resolve(day.Pattern, tokens.Context, !tokens.IsPast(at)) is not { } span)
        {
            return null;
        }

        return new ParsedPattern(next, TimePattern.OfDay(span.FirstDay + (count.Least / 2 * (unit == TimeUnit.Week ? 7 : 1))));
    }

    private static int? SecondAt(TokenStream tokens, int at, out bool between)
    {
        var next = at;
        between = HanWords.Skip(tokens, ref next, "和", "与", "跟");
        if (between || HanWords.Skip(tokens, ref next, "一直到", "直到", "到", "至"))
        {
            return next;
        }

        return tokens.IsSymbol(at, '-') || tokens.IsSymbol(at, '~') ? at + 1 : null;
    }

    // "下午2点到4点": the second hour belongs to the first one's part of the day.
    private static ParsedPattern? Second(TokenStream tokens, int at, ParsedPattern first) =>
        ParsedPattern.Longer(first.Pattern.Time is { } time ? ChineseClock.Later(tokens, at, time) : null, Point(tokens, at));

    // "五月和七月" are two months; only with 之间 they are the ends of a range.
    private static bool Closes(TokenStream tokens, ParsedPattern second, bool between, out int next)
    {
        next = second.Next;
        return HanWords.Skip(tokens, ref next, "之间", "期间") || !between;
    }

    private static Finding? Open(TokenStream tokens, int at, ParsedPattern point, bool framed)
    {
        var next = point.Next;
        if (HanWords.Skip(tokens, ref next, "以来", "至今") || (framed && HanWords.Skip(tokens, ref next, "开始", "起", "到现在", "到目前")))
        {
            return Relations.Since(tokens, at, point with { Next = next });
        }

        if (HanWords.Skip(tokens, ref next, "为止"))
        {
            return Relations.Until(tokens, at, point with { Next = next });
        }

        // "三天前" already counts from now, and "最近之前" means nothing.
        if (point.Pattern is { Fuzzy: true, Kind: PatternKind.Fixed } || tokens.IsHanOf(next - 1, "前后"))
        {
            return null;
        }

        if (IsBefore(tokens, ref next))
        {
            return Relations.Before(tokens, at, point with { Next = next });
        }

        if (point.Pattern.Kind is PatternKind.Monthly or PatternKind.Weekly && HanWords.Skip(tokens, ref next, "起", "开始"))
        {
            return Relations.Onwards(tokens, at, point with { Next = next });
        }

        // "15号以后" begins with the 15th.
        return !IsAfter(tokens, ref next) ? null
            : point.Pattern.Kind == PatternKind.Monthly ? Relations.Onwards(tokens, at, point with { Next = next })
            : Relations.After(tokens, at, point with { Next = next });
    }
}
