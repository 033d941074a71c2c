namespace Remanence.Evaluation;

/// <summary>A data set that cannot be read as one of the known shapes.</summary>
public sealed class EvaluationDataException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, with which value, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public EvaluationDataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
