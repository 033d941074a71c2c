namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>The memory service did not do what it was asked to.</summary>
internal sealed class TaskMemoryServiceException : RemanenceException
{
    public TaskMemoryServiceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
