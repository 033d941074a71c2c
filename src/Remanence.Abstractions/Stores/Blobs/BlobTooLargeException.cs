namespace Remanence.Stores.Blobs;

/// <summary>There are more bytes than are kept in one piece; none of them was.</summary>
public sealed class BlobTooLargeException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public BlobTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
