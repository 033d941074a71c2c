namespace Remanence.Services;

/// <summary>The memory service has no such capability, whatever the request.</summary>
public sealed class MissingCapabilityException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public MissingCapabilityException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
