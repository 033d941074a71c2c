namespace Remanence.Stores;

/// <summary>A cursor that this store did not give out.</summary>
public sealed class InvalidCursorException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidCursorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
