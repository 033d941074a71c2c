namespace Remanence.Cli.Errors;

/// <summary>Wrong usage or bad input, in one line that says what to do instead.</summary>
internal sealed class UsageException : RemanenceException
{
    public UsageException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
