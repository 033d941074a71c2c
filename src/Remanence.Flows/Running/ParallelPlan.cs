using System.Runtime.ExceptionServices;

namespace Remanence.Flows.Running;

/// <summary>
/// Branches side by side, each with a context of its own; what they wrote joins in the order of the expression when all have ended. The first that fails
/// cancels the others and is the failure of the whole. No branch outlives it.
/// </summary>
internal sealed class ParallelPlan(PlanNode[] branches) : PlanNode
{
    public override async ValueTask RunAsync(FlowContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var siblings = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var contexts = new FlowContext[branches.Length];
        var tasks = new Task[branches.Length];
        Exception? first = null;
        for (var i = 0; i < branches.Length; i++)
        {
            var (branch, own) = (branches[i], contexts[i] = context.Branch());

            // A branch that only computes must not hold up the others.
            tasks[i] = Task.Run(() => RunBranchAsync(branch, own), CancellationToken.None);
        }

        await Task.WhenAll(tasks);
        if (first is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Throw(first);
        }

        foreach (var own in contexts)
        {
            context.Join(own);
        }

        async Task RunBranchAsync(PlanNode branch, FlowContext own)
        {
            try
            {
                await branch.RunAsync(own, siblings.Token);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref first, exception, null);
                await siblings.CancelAsync();
            }
        }
    }
}
