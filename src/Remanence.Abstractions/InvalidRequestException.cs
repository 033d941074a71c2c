namespace Remanence;

/// <summary>A request that cannot be understood; nothing was stored.</summary>
public class InvalidRequestException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">The member at fault, as it is called on the wire, such as <c>messages[3].time</c>.</param>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidRequestException(string field, string message, Exception? innerException = null)
        : base(message, innerException) => Field = field;

    /// <summary>The member at fault.</summary>
    public string Field { get; }
}
