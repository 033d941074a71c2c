namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>The memory service did not do what it was asked to.</summary>
public sealed class TaskMemoryServiceException : RemanenceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What it did not do.</param>
    /// <param name="innerException">The cause.</param>
    public TaskMemoryServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
