using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time.Reading;

/// <summary>Expressions without a number, as the days they most often cover.</summary>
internal static class VagueTimes
{
    /// <summary>"recently", "lately", 最近: the last thirty days.</summary>
    public static TimePattern Recently(in TimeContext context) => Until(context, 30);

    /// <summary>"these days", 这几天: the last week.</summary>
    public static TimePattern TheseDays(in TimeContext context) => Until(context, 7);

    /// <summary>"a while ago", 前一阵子: between two weeks and half a year ago.</summary>
    public static TimePattern AWhileAgo(in TimeContext context) =>
        TimePattern.OfSpan(LocalSpan.Days(context.Today - 180, 167), TimePrecision.Vague, fuzzy: true);

    /// <summary>"the weekend", 周末: the latest that has begun, or the coming one where the sentence speaks of the future.</summary>
    public static TimePattern Weekend(TokenStream tokens, int at)
    {
        var today = tokens.Context.Today;
        var weeks = tokens.IsAhead(at) || CalendarMath.Weekday(today) >= 5 ? 0 : -7;
        return TimePattern.OfSpan(CalendarMath.UnitOf(TimeUnit.Weekend, today + weeks), TimePrecision.Day);
    }

    private static TimePattern Until(in TimeContext context, int days) =>
        TimePattern.OfSpan(new LocalSpan(LocalSpan.Days(context.Today - days, 1).Start, context.Now), TimePrecision.Vague, fuzzy: true);
}
