using Remanence.Models.Profiles;

namespace Remanence.Models.Endpoints;

/// <summary>Holds the body of one answer to its limits: time, silence, size.</summary>
internal sealed class BodyGuard : IDisposable
{
    // No answer of a model is longer; whoever sends more wants our memory.
    private const long MaxBytes = 256L << 20;

    private readonly ModelProfile _profile;
    private readonly EndpointFailures _failures;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource? _total;
    private long _bytes;

    public BodyGuard(ModelProfile profile, TimeProvider time, EndpointFailures failures, CancellationTokenSource limit, bool streams)
    {
        _profile = profile;
        _failures = failures;
        _limit = limit;
        _total = streams ? new CancellationTokenSource(profile.TotalTimeout, time) : null;
    }

    public async ValueTask<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_total is not null)
        {
            _limit.CancelAfter(_profile.Timeout);
        }

        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _limit.Token, _total?.Token ?? default);
        try
        {
            var read = await body.ReadAsync(buffer, any.Token);
            _bytes += read;
            return _bytes <= MaxBytes ? read : throw _failures.Bad($"answered with more than {MaxBytes >> 20} MiB");
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failure(exception);
        }
    }

    public void Dispose()
    {
        _limit.Dispose();
        _total?.Dispose();
    }

    private ModelException Failure(Exception exception) =>
        _total is { IsCancellationRequested: true } ? _failures.TooSlow($"did not end its stream within {_profile.TotalTimeout.TotalSeconds:0.###} s")
        : !_limit.IsCancellationRequested ? _failures.CutOff(exception)
        : _total is not null ? _failures.TooSlow($"was silent for {_profile.Timeout.TotalSeconds:0.###} s in the middle of its stream")
        : _failures.TooSlow($"did not end its answer within {_profile.Timeout.TotalSeconds:0.###} s");
}
