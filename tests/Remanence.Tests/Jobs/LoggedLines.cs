using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Remanence.Tests.Jobs;

/// <summary>What is logged, with its level.</summary>
internal sealed class LoggedLines : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, int Event)> _lines = new();

    public int Count(LogLevel level, int @event) => _lines.Count(line => line == (level, @event));

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, eventId.Id));

    public void Dispose()
    {
    }
}
