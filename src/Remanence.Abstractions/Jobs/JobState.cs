namespace Remanence.Jobs;

/// <summary>The life of a job.</summary>
public enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Leased by a worker.</summary>
    Running,

    /// <summary>Failed, and waits for its next attempt.</summary>
    Retrying,

    /// <summary>Done; its change set is committed.</summary>
    Succeeded,

    /// <summary>Given up, with a reason; can be retried by hand.</summary>
    Dead,

    /// <summary>Taken back by a caller.</summary>
    Cancelled,
}
