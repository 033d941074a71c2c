namespace Remanence.Jobs;

/// <summary>A worker's job was cancelled, erased or taken over while it ran; nothing of its change set was stored.</summary>
public sealed class JobLeaseLostException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public JobLeaseLostException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The exception for a job.</summary>
    /// <param name="jobId">The job.</param>
    public static JobLeaseLostException For(string jobId) =>
        new($"The job \"{jobId}\" is no longer held by this worker; its change set was not applied.");
}
