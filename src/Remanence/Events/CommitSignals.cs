using System.Collections.Concurrent;

namespace Remanence.Events;

/// <summary>Wakes those who wait for the next commit of a workspace. Thread-safe.</summary>
internal sealed class CommitSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes with the next commit; taken before reading, so that none falls between.</summary>
    public Task Next(string workspace) =>
        _waiting.GetOrAdd(workspace, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Pulse(string workspace)
    {
        if (_waiting.TryRemove(workspace, out var waiting))
        {
            waiting.SetResult();
        }
    }
}
