namespace Remanence.Text.Time.Calendar;

internal enum YearlyKind
{
    WholeYear,
    YearPart,
    Month,
    MonthPart,
    Days,
    LastDay,
    NthWeek,
    NthWeekday,
    NthWeekend,
    Season,
    SeasonPart,
    Quarter,
    Holiday,
    Lunar,
    Decade,
    DecadePart,
}
