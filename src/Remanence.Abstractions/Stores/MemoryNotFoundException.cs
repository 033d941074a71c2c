namespace Remanence.Stores;

/// <summary>A memory that must exist does not.</summary>
public sealed class MemoryNotFoundException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public MemoryNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
