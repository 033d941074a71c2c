using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Remanence.Server.Tests.Http;

/// <summary>All that a server logs, as it is written.</summary>
internal sealed class LogLines : ConcurrentQueue<string>, ILoggerProvider, ILogger
{
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Enqueue($"{formatter(state, exception)} {exception}".TrimEnd());
        Interlocked.Exchange(ref _more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Waits for such a line.</summary>
    public async Task SeenAsync(Func<string, bool> isSuch, CancellationToken cancellationToken)
    {
        while (true)
        {
            var more = Volatile.Read(ref _more).Task;
            if (this.Any(isSuch))
            {
                return;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
        }
    }

    public void Dispose()
    {
    }
}
