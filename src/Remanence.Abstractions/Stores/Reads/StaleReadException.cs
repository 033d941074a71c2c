namespace Remanence.Stores.Reads;

/// <summary>What a change set was planned from changed before it was committed; nothing of it was stored.</summary>
public sealed class StaleReadException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public StaleReadException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The exception for a change set.</summary>
    /// <param name="changeSetId">Its id.</param>
    public static StaleReadException For(string changeSetId) =>
        new($"What the change set \"{changeSetId}\" was planned from changed meanwhile; read it and plan again.");
}
