namespace Remanence;

/// <summary>Something that the caller can understand and act on; the message is safe to show.</summary>
public abstract class RemanenceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    protected RemanenceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
