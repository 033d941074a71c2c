namespace Remanence.TaskMemory.Experience;

/// <summary>How a run ended.</summary>
internal enum Outcome
{
    /// <summary>Nobody scored it.</summary>
    Unknown,

    /// <summary>Scored at or above the threshold.</summary>
    Success,

    /// <summary>Scored below it.</summary>
    Failure,
}
