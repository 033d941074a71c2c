namespace Remanence.Jobs;

/// <summary>There is nothing to do yet: the job goes back until then, and the attempt does not count.</summary>
internal sealed class JobDeferredException(DateTimeOffset until) : Exception("There is nothing to do yet.")
{
    public DateTimeOffset Until { get; } = until;
}
