namespace Remanence.Jobs;

/// <summary>A change of one job outside a commit.</summary>
/// <param name="Expected">The job as the caller read it.</param>
/// <param name="Changed">What it shall be; its times are the store's to set, by the two members below.</param>
public sealed record JobUpdate(Job Expected, Job Changed)
{
    /// <summary>When it is due, counted from now by the store's clock; null: when it was.</summary>
    public TimeSpan? DueIn { get; init; }

    /// <summary>How long the worker holds it, counted from now by the store's clock; null: as long as it did. Only of a job that runs.</summary>
    public TimeSpan? LeaseFor { get; init; }
}
