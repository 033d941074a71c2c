namespace Remanence.Memories;

/// <summary>How exactly a text named a time; an interval alone does not say whether "May" or two dates were meant.</summary>
public enum TimePrecision
{
    /// <summary>A single instant.</summary>
    Instant,

    /// <summary>A minute.</summary>
    Minute,

    /// <summary>An hour or a part of the day.</summary>
    Hour,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A week or a weekend.</summary>
    Week,

    /// <summary>A month or a third of one.</summary>
    Month,

    /// <summary>A season or a quarter.</summary>
    Season,

    /// <summary>A year.</summary>
    Year,

    /// <summary>A decade.</summary>
    Decade,

    /// <summary>Open on one side: before or since something.</summary>
    Open,

    /// <summary>Named by a vague word alone: "recently", "a few days ago".</summary>
    Vague,
}
