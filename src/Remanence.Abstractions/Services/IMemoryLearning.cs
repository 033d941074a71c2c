using Remanence.Jobs;
using Remanence.Memories;

namespace Remanence.Services;

/// <summary>What is made of messages and observations, at once instead of in the background.</summary>
public interface IMemoryLearning
{
    /// <summary>
    /// Makes observations of the messages in the scope that none were made of yet, those stored without extraction among them: at once, whatever quiet spell
    /// the background would wait for. Twice changes nothing.
    /// </summary>
    /// <param name="scope">Whose messages.</param>
    /// <param name="wait">Whether to answer only when it is done, within the server's limit for waiting; else the jobs are named.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <exception cref="JobFailedException">It was given up while the caller waited.</exception>
    Task<WorkResult> ConsolidateAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default);

    /// <summary>Draws insights from the observations in the scope, and settles what contradicts or repeats among them.</summary>
    /// <param name="scope">Whose observations.</param>
    /// <param name="wait">As for <see cref="ConsolidateAsync"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <exception cref="JobFailedException">It was given up while the caller waited.</exception>
    Task<WorkResult> ReflectAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default);
}
