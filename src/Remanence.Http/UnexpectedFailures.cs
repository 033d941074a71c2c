using System.Globalization;

namespace Remanence.Http;

/// <summary>Logs what nobody foresaw under an id that the client is told.</summary>
/// <param name="logger">Where to.</param>
public sealed class UnexpectedFailures(ILogger<UnexpectedFailures> logger)
{
    private long _count;

    /// <summary>What the client is told.</summary>
    /// <param name="eventId">The id.</param>
    public static string Explain(string eventId) => $"The server failed; its log tells more under the event id {eventId}.";

    /// <summary>Logs a failure: its type and where it happened, not its message, which may quote what the caller sent.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>Its event id.</returns>
    public string Log(Exception exception)
    {
        var number = Interlocked.Increment(ref _count);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId:x}-{Environment.TickCount64:x}-{number:x}");
        HttpLog.RequestFailed(logger, id, exception.GetType().FullName ?? "?", exception.StackTrace ?? string.Empty);
        return id;
    }
}
