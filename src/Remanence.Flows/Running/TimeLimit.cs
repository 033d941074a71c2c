namespace Remanence.Flows.Running;

/// <summary>Ends work that takes too long, also work that does not heed its token: that is left to itself.</summary>
internal static class TimeLimit
{
    public static async ValueTask RunAsync(
        TimeSpan limit, TimeProvider time, Func<CancellationToken, ValueTask> work, Func<Exception, Exception> timedOut, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var task = work(both.Token).AsTask();
        try
        {
            await task.WaitAsync(both.Token);
        }
        catch (OperationCanceledException exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw timedOut(exception);
        }
        finally
        {
            Forget(task);
        }
    }

    // Nobody waits for it any more, so nobody would see how it ends.
    private static void Forget(Task task)
    {
        if (!task.IsCompleted)
        {
            _ = task.ContinueWith(
                static ended => _ = ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
