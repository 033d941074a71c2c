namespace Remanence.Jobs;

/// <summary>Whose fault a failure is.</summary>
internal enum JobFailureClass
{
    /// <summary>The job's own: it counts towards the dead letter.</summary>
    Fault,

    /// <summary>Something outside is down: tried again until it is back.</summary>
    Outage,

    /// <summary>The configuration's: tried again, slowly, until somebody repaired it.</summary>
    NeedsRepair,
}
