namespace Remanence.Stores;

/// <summary>There is no room left; nothing of the change was stored.</summary>
public sealed class StoreFullException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StoreFullException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
