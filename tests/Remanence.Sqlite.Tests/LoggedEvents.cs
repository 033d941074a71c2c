using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Remanence.Sqlite.Tests;

/// <summary>What was logged, by its number, and waiting for it.</summary>
internal sealed class LoggedEvents : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<int> _events = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _logged = new();

    public IReadOnlyList<int> All => [.. _events];

    /// <summary>Completes when it was logged.</summary>
    public Task Logged(int number) => Source(number).Task;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _events.Enqueue(eventId.Id);
        Source(eventId.Id).TrySetResult();
    }

    public void Dispose()
    {
    }

    private TaskCompletionSource Source(int number) =>
        _logged.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
