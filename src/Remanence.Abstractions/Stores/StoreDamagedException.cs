namespace Remanence.Stores;

/// <summary>
/// What the store keeps is damaged: some of it cannot be read, or would not be found again. Trying again does not help; what can be read is to be exported into
/// a new store, or all of it brought back from a backup. A change that is refused with it has stored nothing.
/// </summary>
public sealed class StoreDamagedException : StoreUnavailableException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StoreDamagedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
