using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.Search.Sources;

/// <summary>
/// Brings a source up to the store's state. What the job says does not matter, only where the source is, so that any number of jobs do what one does.
/// </summary>
internal sealed class ProjectHandler(MemoryStore store, CandidateSource source, MemoryAnalyzer analyzer) : JobHandler
{
    public override string Kind => JobKinds.Project;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var work = new ProjectRun(store, source, analyzer, run.Job.Scope.Workspace);
        while (!await work.TryBringUpAsync(cancellationToken))
        {
            // The workspace became another one meanwhile.
        }

        return null;
    }
}
