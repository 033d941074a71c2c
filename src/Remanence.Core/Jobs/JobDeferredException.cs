namespace Remanence.Jobs;

/// <summary>There is nothing to do yet: the job goes back for so long, and the attempt does not count.</summary>
internal sealed class JobDeferredException(TimeSpan pause) : Exception("There is nothing to do yet.")
{
    public TimeSpan Pause { get; } = pause;
}
