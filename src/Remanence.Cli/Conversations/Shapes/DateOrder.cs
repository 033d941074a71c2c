namespace Remanence.Cli.Conversations.Shapes;

/// <summary>Which numbers of a file's dates are day, month and year: decided over all of them, since one alone may be read in several ways.</summary>
internal sealed class DateOrder
{
    private static readonly (string Name, Func<WrittenTime, (int Year, int Month, int Day)> Parts)[] Orders =
    [
        ("day/month/year", time => (time.Third, time.Second, time.First)),
        ("month/day/year", time => (time.Third, time.First, time.Second)),
        ("year/month/day", time => (time.First, time.Second, time.Third)),
    ];

    private readonly Func<WrittenTime, (int Year, int Month, int Day)> _parts;

    private DateOrder(Func<WrittenTime, (int Year, int Month, int Day)> parts, string? doubt) => (_parts, Doubt) = (parts, doubt);

    /// <summary>What to tell where more than one order is possible and goes forward equally well.</summary>
    public string? Doubt { get; }

    /// <summary>The order in which all dates exist and time goes forward; null: there is none.</summary>
    public static DateOrder? Of(IReadOnlyCollection<WrittenTime> times)
    {
        var possible = Orders.Where(order => times.All(time => At(order.Parts(time), time) is not null))
            .Select(order => (order.Name, order.Parts, Steps: StepsBack(order.Parts, times))).OrderBy(order => order.Steps).ToList();
        if (possible.Count == 0)
        {
            return null;
        }

        var best = possible.Where(order => order.Steps == possible[0].Steps).ToList();

        // Two numbers at each end: where the first could be a year, hardly anybody writes it so.
        if (best.Count > 1 && best[^1].Name.StartsWith('y'))
        {
            best.RemoveAt(best.Count - 1);
        }

        var chosen = best.Count > 1 && times.All(time => time.LooksAmerican) ? best[1] : best[0];
        var isSame = best.Count < 2 || times.All(time => best[0].Parts(time) == best[1].Parts(time));
        return new DateOrder(
            chosen.Parts,
            isSame ? null : $"its dates are read as {chosen.Name}; they could be {best.First(order => order.Name != chosen.Name).Name}, too.");
    }

    /// <summary>The time that is meant, taken for UTC.</summary>
    public DateTimeOffset Time(WrittenTime time) => At(_parts(time), time)!.Value;

    private static int StepsBack(Func<WrittenTime, (int Year, int Month, int Day)> parts, IEnumerable<WrittenTime> times)
    {
        var (steps, last) = (0, DateTimeOffset.MinValue);
        foreach (var time in times)
        {
            // A minute that is told without its seconds may stand after one with them.
            var at = At(parts(time), time)!.Value;
            steps += at < last.AddMinutes(last == DateTimeOffset.MinValue ? 0 : -1) ? 1 : 0;
            last = at;
        }

        return steps;
    }

    private static DateTimeOffset? At((int Year, int Month, int Day) date, WrittenTime time)
    {
        const int firstYear = 1990;
        const int lastYear = 2199;
        var year = date.Year < 100 ? 2000 + date.Year : date.Year;
        return year is >= firstYear and <= lastYear && date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(year, date.Month)
            ? new DateTimeOffset(year, date.Month, date.Day, 0, 0, 0, TimeSpan.Zero) + time.TimeOfDay
            : null;
    }
}
