namespace Remanence.Text.Time.Calendar;

/// <summary>Which part of a month, season, year or decade is meant.</summary>
internal enum PeriodPart
{
    /// <summary>First third ("early May", 上旬).</summary>
    Early,

    /// <summary>Middle third ("mid May", 中旬).</summary>
    Middle,

    /// <summary>Last third ("late May", 下旬).</summary>
    Late,

    /// <summary>"the beginning of", 年初: as early for a month, the first quarter of a year.</summary>
    Beginning,

    /// <summary>"the end of", 年底: as late for a month, the last quarter of a year.</summary>
    End,

    FirstHalf,

    SecondHalf,
}
