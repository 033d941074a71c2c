namespace Remanence.Jobs;

/// <summary>What somebody who waited for a job is told when it did not succeed.</summary>
internal static class JobEnd
{
    /// <param name="job">A dead or cancelled job.</param>
    /// <param name="kept">What is safe all the same, such as "The messages are kept".</param>
    /// <param name="purpose">What the job is for, such as "makes memories of them".</param>
    public static JobFailedException GivenUp(Job job, string kept, string purpose) => new(
        $"{kept}, but job {job.Id}, which {purpose}, {(job.State == JobState.Dead ? "was given up" : "was cancelled")}"
        + $"{(job.Error is { } error ? $" ({error.TrimEnd('.')})" : string.Empty)}; retry it when the cause is removed.");
}
