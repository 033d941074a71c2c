namespace Remanence.Stores;

/// <summary>A change set was applied before under the same id with other content.</summary>
public sealed class ChangeSetConflictException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ChangeSetConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
