namespace Remanence.Tools;

/// <summary>The tools of a source cannot be had, or one of them cannot be called. The message is shown to the caller and to the model.</summary>
public sealed class ToolSourceException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do, on one line; without arguments, texts and keys.</param>
    /// <param name="innerException">The cause.</param>
    public ToolSourceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
