using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Services;

/// <summary>Work in the background.</summary>
public interface IMemoryJobs
{
    /// <summary>A job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Job> GetJobAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>A page of jobs in the order in which they were first stored.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="states">Only these states; empty: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<Page<Job>> ListJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken = default);

    /// <summary>
    /// Queues a dead or cancelled job again, its failures forgiven, or has one that waits for its next attempt begin at once; any other state throws
    /// <see cref="MemoryConflictException"/>.
    /// </summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    Task<Job> RetryJobAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Cancels a job that has not ended; one that has throws <see cref="MemoryConflictException"/>.</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    Task<Job> CancelJobAsync(string id, CancellationToken cancellationToken = default);
}
