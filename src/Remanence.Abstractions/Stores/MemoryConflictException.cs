namespace Remanence.Stores;

/// <summary>A memory changed since the caller read it, or its id is taken.</summary>
public sealed class MemoryConflictException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public MemoryConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
