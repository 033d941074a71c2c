namespace Remanence.ScriptedModels;

/// <summary>What a scripted reply waits at until the test opens it, the client leaves or the endpoint stops.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everyone through, now and later.</summary>
    public void Open() => _open.TrySetResult();

    internal Task PassAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);
}
