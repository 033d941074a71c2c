namespace Remanence.Jobs;

/// <summary>What a job needs from outside is away for a while: it is tried again until it is back.</summary>
internal abstract class JobOutageException(string message, Exception? innerException = null) : RemanenceException(message, innerException);
