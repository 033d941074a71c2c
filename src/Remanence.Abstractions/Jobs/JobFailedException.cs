namespace Remanence.Jobs;

/// <summary>A job that a caller waited for was given up or cancelled. What the caller sent is kept and searchable; the job can be retried.</summary>
public sealed class JobFailedException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public JobFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
