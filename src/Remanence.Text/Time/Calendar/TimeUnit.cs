namespace Remanence.Text.Time.Calendar;

/// <summary>Units that quantities count, in ascending length.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
}
