namespace Remanence.Cli.Doctor;

/// <summary>How a check went.</summary>
internal enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Works, and will not for long or not for everything.</summary>
    Warn,

    /// <summary>Does not work.</summary>
    Fail,
}
