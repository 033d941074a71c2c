namespace Remanence.Text.Time.Patterns;

/// <summary>The period after which a recurring time comes again.</summary>
public enum Frequency
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every year.</summary>
    Yearly,
}
