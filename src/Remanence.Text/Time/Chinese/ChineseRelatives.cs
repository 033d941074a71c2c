using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Chinese times relative to the moment of speaking: 昨天, 今晚, 三天前, 近三个月, 最近.</summary>
internal static class ChineseRelatives
{
    private static readonly (string Word, int Value)[] Days =
    [
        ("大前天", -3), ("前天", -2), ("前日", -2), ("昨天", -1), ("昨日", -1), ("今天", 0), ("今日", 0), ("今儿", 0),
        ("明天", 1), ("明日", 1), ("大后天", 3), ("后天", 2),
    ];

    private static readonly (string Word, int Value)[] HalfDays = [("前", -2), ("昨", -1), ("今", 0), ("明", 1)];

    private static readonly (string Word, int Value)[] VagueWords =
    [
        ("最近这段时间", 0), ("这段时间", 0), ("近来", 0), ("近期", 0), ("近日", 0), ("这阵子", 0), ("前不久", 0), ("不久前", 0),
        ("前一阵子", 1), ("前一阵", 1), ("前阵子", 1), ("前段时间", 1), ("前一段时间", 1), ("前些日子", 1), ("前些时候", 1),
        ("这几天", 2), ("这些天", 2), ("这两天", 2), ("近几天", 2), ("最近", 0),
    ];

    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        if (HanWords.Match(tokens, at, Days, out var next) is { } days)
        {
            // "以前天天", "先天后天", "三天前天气".
            var inside = tokens.IsHanOf(at, "前后") && tokens.IsHanOf(at - 1, "以之先然");
            return inside || tokens.IsHanOf(next, "天气气") && tokens.IsHanOf(at, "前后")
                ? null
                : new ParsedPattern(next, TimePattern.OfDay(tokens.Context.Today + days));
        }

        return HalfDay(tokens, at) ?? ParsedPattern.Longer(Vaguely(tokens, at), Rolling(tokens, at)) ?? Away(tokens, at);
    }

    /// <summary>"今晚", "昨夜", "明早".</summary>
    private static ParsedPattern? HalfDay(TokenStream tokens, int at)
    {
        if (HanWords.Match(tokens, at, HalfDays, out var next) is not { } days || !tokens.IsHanOf(next, days == -2 ? "晚" : "早晨晚夜"))
        {
            return null;
        }

        if (tokens.IsHanOf(at - 1, "以之文") || tokens.IsHanOf(next + 1, "报间年"))
        {
            return null;
        }

        var morning = tokens.IsHanOf(next, "早晨");
        var day = TimePattern.OfDay(tokens.Context.Today + days);
        return ChineseClock.Attach(tokens, new ParsedPattern(next, day)) ?? new ParsedPattern(next + 1, day.At(morning ? DayTime.Morning : DayTime.Night));
    }

    private static ParsedPattern? Vaguely(TokenStream tokens, int at) => HanWords.Match(tokens, at, VagueWords, out var next) switch
    {
        // "最近的地铁站" is the nearest one.
        0 when tokens.IsHanWord(at, "最近") && (tokens.IsHan(at - 1, '离') || tokens.IsHanOf(next, "邻")) => null,
        0 => new ParsedPattern(next, VagueTimes.Recently(tokens.Context)),
        1 => new ParsedPattern(next, VagueTimes.AWhileAgo(tokens.Context)),
        2 => new ParsedPattern(next, VagueTimes.TheseDays(tokens.Context)),
        _ => null,
    };

    /// <summary>"过去一周", "近三个月", "最近两年", "前几天", "未来三天".</summary>
    private static ParsedPattern? Rolling(TokenStream tokens, int at)
    {
        var countAt = at;
        if (HanWords.Skip(tokens, ref countAt, "前"))
        {
            // "前三天" may be the first three; "前两天" and "前几天" are always the last ones.
            var vague = tokens.IsHanOf(countAt, "几两些") && ChineseNumbers.Counted(tokens, countAt, out _, out _) is not null && !tokens.IsHanOf(at - 1, "以之目从");
            return vague && ChineseNumbers.Counted(tokens, countAt, out var unitAgo, out var afterAgo) is { } count
                ? new ParsedPattern(afterAgo, Durations.Away(tokens.Context, count.Fuzzy ? count : Quantity.Couple, unitAgo, -1))
                : null;
        }

        var future = HanWords.Skip(tokens, ref countAt, "未来", "接下来", "今后");
        if (!future && !HanWords.Skip(tokens, ref countAt, "过去", "最近", "近", "这"))
        {
            return null;
        }

        HanWords.Skip(tokens, ref countAt, "的", "这");
        if (ChineseNumbers.Counted(tokens, countAt, out var unit, out var next) is not { } quantity || (tokens.IsHan(at, '这') && quantity == Quantity.Of(1)))
        {
            return null;
        }

        HanWords.Skip(tokens, ref next, "之内", "以来", "内", "里", "来", "中");
        return new ParsedPattern(next, future ? Durations.Coming(tokens.Context, quantity, unit) : Durations.Past(tokens.Context, quantity, unit));
    }

    /// <summary>"三周后的周末", "两个星期前的周五", behind the number of weeks.</summary>
    private static ParsedPattern? Weeks(TokenStream tokens, int at, Quantity quantity)
    {
        var next = at;
        var steps = ChineseTimeGrammar.IsBefore(tokens, ref next) ? -1 : ChineseTimeGrammar.IsAfter(tokens, ref next) ? 1 : 0;
        return steps != 0 && !quantity.Fuzzy && quantity.Least % 2 == 0
            ? ChineseWeeks.OfWeek(tokens, next, tokens.Context.Today + (7 * steps * (quantity.Least / 2)))
            : null;
    }

    // "再过三个月", "过两天去看你", but not "去过两次" and "度过三天".
    private static bool IsPassing(TokenStream tokens, ref int at) =>
        (tokens[at - 1].Kind != TokenKind.Han || tokens.IsHanOf(at - 1, "我你他她们等")) && HanWords.Skip(tokens, ref at, "再过", "过") && !tokens.IsHan(at, '去');

    /// <summary>"三天前", "一年半以前", "大约两周前", "三天后".</summary>
    private static ParsedPattern? Away(TokenStream tokens, int at)
    {
        var countAt = at;
        var about = HanWords.Skip(tokens, ref countAt, "大约", "大概", "差不多", "约");
        var passing = !about && IsPassing(tokens, ref countAt);
        if (ChineseNumbers.IsInsideNumeral(tokens, countAt) || ChineseNumbers.Counted(tokens, countAt, out var unit, out var next) is not { } quantity)
        {
            return null;
        }

        // "下周日后", "周三天后": the numeral belongs to the word before.
        if (tokens.IsHanOf(at - 1, "周期拜第"))
        {
            return null;
        }

        if (ChineseDays.IsDayOfMonth(tokens, at, out _))
        {
            return null;
        }

        about |= HanWords.Skip(tokens, ref next, "左右");
        if (!about && unit == TimeUnit.Week && Weeks(tokens, next, quantity) is { } inWeek)
        {
            return inWeek;
        }

        if (ChineseTimeGrammar.IsBefore(tokens, ref next))
        {
            // "两年前的夏天"
            if (!about && unit == TimeUnit.Year && !quantity.Fuzzy && quantity.Least % 2 == 0
                && ChineseDates.InYear(tokens, next, tokens.Context.Year - (quantity.Least / 2)) is { } inYear && inYear.Next > next)
            {
                return inYear;
            }

            return new ParsedPattern(next, Durations.Ago(tokens.Context, quantity, unit).AsFuzzy(about));
        }

        if (passing)
        {
            return new ParsedPattern(next, Durations.Away(tokens.Context, quantity, unit, 1));
        }

        if (ChineseTimeGrammar.IsAfter(tokens, ref next))
        {
            // "三年后我们离婚了" counts from a time that is not told.
            var later = Sequels.Later(tokens, at, quantity, unit);
            return later is null && tokens.TenseAt(at) == Tense.Past
                ? null
                : new ParsedPattern(next, (later ?? Durations.Away(tokens.Context, quantity, unit, 1)).AsFuzzy(about));
        }

        // "三天没睡了": so long until now.
        var notAt = next;
        if (HanWords.Skip(tokens, ref notAt, "都没", "没") && tokens.Clauses.InShort(at).HasFlag(SenseMarks.Done))
        {
            return new ParsedPattern(next, Durations.Past(tokens.Context, quantity, unit));
        }

        return HanWords.Skip(tokens, ref next, "之内", "以内") ? new ParsedPattern(next, Durations.Coming(tokens.Context, quantity, unit)) : null;
    }
}
