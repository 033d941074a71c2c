namespace Remanence.Services;

/// <summary>An older server, which stored as it read: a line of an import cannot be understood; what stood before it is stored, all of it, and nothing after it.</summary>
public sealed class ImportStoppedException : InvalidRequestException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">The line, or what in it is at fault.</param>
    /// <param name="message">What was wrong, and what to do.</param>
    /// <param name="imported">What was stored before it.</param>
    /// <param name="innerException">The cause.</param>
    public ImportStoppedException(string field, string message, ImportResult imported, Exception? innerException = null)
        : base(field, message, innerException) => Imported = imported;

    /// <summary>What was stored before it.</summary>
    public ImportResult Imported { get; }
}
