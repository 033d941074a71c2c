using Microsoft.Extensions.Logging;

namespace Remanence.Models.Calls;

/// <summary>Logs the begin and end of each call.</summary>
internal sealed class LoggingPolicy(ILogger logger, TimeProvider time) : ObservingPolicy
{
    protected override ValueTask<CallObservation> BeginAsync(ModelCall call, CancellationToken cancellationToken)
    {
        ModelLog.Begin(logger, call.Profile.Name, call.Operation);
        return ValueTask.FromResult<CallObservation>(new Entry(logger, time, call));
    }

    private sealed class Entry(ILogger logger, TimeProvider time, ModelCall call) : CallObservation
    {
        private readonly long _started = time.GetTimestamp();
        private Exception? _failure;

        public override void Failed(Exception exception) => _failure = exception;

        public override void Dispose()
        {
            var seconds = time.GetElapsedTime(_started).TotalSeconds;
            switch (_failure)
            {
                case null:
                    ModelLog.Done(logger, call.Profile.Name, call.Operation, seconds);
                    break;
                case OperationCanceledException:
                    ModelLog.Cancelled(logger, call.Profile.Name, call.Operation, seconds);
                    break;
                default:
                    ModelLog.Failed(logger, call.Profile.Name, call.Operation, CallFailures.Name(_failure), seconds);
                    break;
            }
        }
    }
}
