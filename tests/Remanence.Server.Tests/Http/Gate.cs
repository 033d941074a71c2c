using NSubstitute;
using Remanence.Services;

namespace Remanence.Server.Tests.Http;

/// <summary>A service whose search waits until the test lets it go on.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gate()
    {
        Service = Substitute.For<MemoryService>();
        Service.RetrieveAsync(Arg.Any<string>(), Arg.Any<RetrieveRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => WaitAsync(call.ArgAt<CancellationToken>(2)));
    }

    public MemoryService Service { get; }

    public Task Entered => _entered.Task;

    public Task Cancelled => _cancelled.Task;

    public void Open() => _opened.SetResult();

    private async Task<RetrieveResult> WaitAsync(CancellationToken cancellationToken)
    {
        _entered.SetResult();
        try
        {
            await _opened.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.SetResult();
            throw;
        }

        return new RetrieveResult { Results = [], TookMs = 0, Mode = Modes.Verbatim };
    }
}
