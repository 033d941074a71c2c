using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Tests.Jobs;

/// <summary>Does what the test says, and keeps what it was called with.</summary>
internal sealed class ScriptedHandler(string kind, bool batched, Func<JobRun, CancellationToken, Task<ChangeSet?>> script) : JobHandler
{
    private readonly Lock _lock = new();
    private readonly List<IReadOnlyList<Job>> _calls = [];

    public override string Kind => kind;

    public override bool IsBatched => batched;

    public IReadOnlyList<IReadOnlyList<Job>> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public override Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _calls.Add(run.Jobs);
        }

        return script(run, cancellationToken);
    }
}
