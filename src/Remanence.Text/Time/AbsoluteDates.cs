using System.Globalization;
using System.Text;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time;

/// <summary>Writes resolved times as dates that need no reference.</summary>
internal static class AbsoluteDates
{
    /// <summary>"12 May 2024", "2024年5月12日"; as exact as the time was named, in its start's zone, without brackets.</summary>
    public static string Write(EventTime time, bool chinese)
    {
        var (from, to) = (time.Interval.Start, time.Interval.End);
        if (from == DateTimeOffset.MinValue)
        {
            return to == DateTimeOffset.MaxValue ? "" : chinese ? $"{Day(to, chinese)}之前" : $"before {Day(to, chinese)}";
        }

        if (to == DateTimeOffset.MaxValue || time.Precision == TimePrecision.Open)
        {
            return chinese ? $"{Day(from, chinese)}以来" : $"since {Day(from, chinese)}";
        }

        var end = to.ToOffset(from.Offset);
        return IsMidnight(from) && IsMidnight(end) ? Days(from, end.AddTicks(-1), chinese) : Clock(from, end, chinese);
    }

    /// <summary>
    /// The text with the date in brackets behind each relative time: "He left yesterday (12 May 2024)". Dates, recurring and open times stay as they are, and
    /// so do times of the day of speaking alone, such as "at 3 pm".
    /// </summary>
    public static string Beside(string text, DateTimeOffset saidAt)
    {
        // What means the same when said eleven years and some months before is no relative time.
        var elsewhere = saidAt.Year > 12 ? saidAt.AddDays(-4_217) : saidAt;
        var fixedOnes = TimeExpressions.Find(text, elsewhere).Select(mention => (mention.Start, mention.Interval)).ToHashSet();
        var written = new StringBuilder(text.Length + 32);
        var done = 0;
        foreach (var mention in TimeExpressions.Find(text, saidAt))
        {
            if (mention.Recurring || !mention.IsEvent || mention.Precision == TimePrecision.Open || fixedOnes.Contains((mention.Start, mention.Interval)))
            {
                continue;
            }

            var end = mention.Start + mention.Length;
            var chinese = text.AsSpan(mention.Start, mention.Length).ContainsAnyInRange('\u3400', '\u9FFF');
            var date = Write(new EventTime(mention.Interval, mention.Precision), chinese);
            written.Append(text, done, end - done).Append(chinese ? $"（{date}）" : $" ({date})");
            done = end;
        }

        return written.Append(text, done, text.Length - done).ToString();
    }

    private const int MostOfYear = 363;
    private const int MoreThanYear = 367;

    private static string Days(DateTimeOffset from, DateTimeOffset last, bool chinese)
    {
        if (from.Date == last.Date)
        {
            return Day(from, chinese);
        }

        var wholeMonths = from.Day == 1 && last.Day == CalendarMath.DaysInMonth(last.Year, last.Month);
        if (wholeMonths && from.Month == 1 && last.Month == 12)
        {
            return Years(from.Year, last.Year, chinese);
        }

        var (sameYear, sameMonth) = (from.Year == last.Year, from.Year == last.Year && from.Month == last.Month);
        if (wholeMonths)
        {
            return sameMonth ? Show(from, chinese ? "yyyy年M月" : "MMMM yyyy")
                : chinese ? $"{Show(from, "yyyy年M月")}至{Show(last, sameYear ? "M月" : "yyyy年M月")}"
                : $"{Show(from, sameYear ? "MMMM" : "MMMM yyyy")} to {Show(last, "MMMM yyyy")}";
        }

        // "two years ago": that time of that year.
        if ((last - from).TotalDays is > MostOfYear and < MoreThanYear)
        {
            var middle = from + ((last - from) / 2);
            return chinese ? $"{Show(middle, "yyyy年M月")}前后" : $"around {Show(middle, "MMMM yyyy")}";
        }

        return chinese
            ? $"{Day(from, chinese)}至{Show(last, sameMonth ? "d日" : sameYear ? "M月d日" : "yyyy年M月d日")}"
            : $"{Show(from, sameMonth ? "%d" : sameYear ? "d MMMM" : "d MMMM yyyy")} to {Day(last, chinese)}";
    }

    private static string Years(int from, int last, bool chinese)
    {
        if (from == last)
        {
            return chinese ? $"{from}年" : $"{from}";
        }

        var decade = from % 10 == 0 && last == from + 9;
        return decade ? (chinese ? $"{from}年代" : $"{from}s") : chinese ? $"{from}年至{last}年" : $"{from} to {last}";
    }

    private static string Clock(DateTimeOffset from, DateTimeOffset end, bool chinese)
    {
        var gap = chinese ? "" : ", ";
        var start = $"{Day(from, chinese)}{gap}{Show(from, from.Second == 0 ? "HH:mm" : "HH:mm:ss")}";
        var length = end - from;
        if (length <= TimeSpan.FromHours(1))
        {
            return start;
        }

        var sameDay = from.Date == end.AddTicks(-1).Date && !IsMidnight(end);
        var until = sameDay ? Show(end, "HH:mm") : $"{Day(end, chinese)}{gap}{Show(end, "HH:mm")}";
        return chinese ? $"{start}至{until}" : $"{start} to {until}";
    }

    private static string Day(DateTimeOffset time, bool chinese) => Show(time, chinese ? "yyyy年M月d日" : "d MMMM yyyy");

    private static string Show(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    private static bool IsMidnight(DateTimeOffset time) => time.TimeOfDay == TimeSpan.Zero;
}
