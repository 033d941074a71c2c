using System.Diagnostics.CodeAnalysis;
using Remanence.Commits;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Jobs;

/// <summary>
/// Commits what an attempt made, and has it planned again while others are faster. In this process those who were overtaken queue by person, so that each is
/// overtaken by other processes at most; between processes the store decides. Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Semaphores without wait handles hold nothing but memory.")]
internal sealed class JobCommitter(Committer committer, TimeProvider time)
{
    private const int MaxAttempts = 40;

    // 64 milliseconds.
    private const int MaxPauseBits = 6;
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <param name="attempt">The attempt.</param>
    /// <param name="work">What it made.</param>
    /// <exception cref="StaleReadException">Others were faster every time, or the attempt cannot plan again.</exception>
    public async Task CommitAsync(JobAttempt attempt, ChangeSet? work)
    {
        if (await TryCommitAsync(attempt, work, last: attempt.PlanAgain is null))
        {
            return;
        }

        var gate = _gates[(uint)attempt.Job.Scope.ToPerson().GetHashCode() % _gates.Length];
        await gate.WaitAsync(attempt.Token);
        try
        {
            for (var attempts = 2; ; attempts++)
            {
                if (await TryCommitAsync(attempt, await attempt.PlanAgain!(attempt.Token), last: attempts == MaxAttempts))
                {
                    return;
                }

                // Who was slower once would be slower again if all tried at the same pace.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1 << Math.Min(attempts - 2, MaxPauseBits))), time, attempt.Token);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<bool> TryCommitAsync(JobAttempt attempt, ChangeSet? work, bool last)
    {
        try
        {
            await attempt.CommitAsync(committer, work, CancellationToken.None);
            return true;
        }
        catch (Exception exception) when (!last && exception is StaleReadException or MemoryConflictException or MemoryNotFoundException)
        {
            return false;
        }
    }
}
