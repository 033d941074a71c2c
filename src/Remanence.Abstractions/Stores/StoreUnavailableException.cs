namespace Remanence.Stores;

/// <summary>
/// The store cannot be used: another process holds it, it is damaged (<see cref="StoreDamagedException"/>), of a newer version or not a store, or its folder
/// cannot be written.
/// </summary>
public class StoreUnavailableException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
