using System.Globalization;

namespace Remanence.Server.Problems;

/// <summary>Logs what nobody foresaw under an id that the client is told.</summary>
internal sealed class UnexpectedFailures(ILogger<UnexpectedFailures> logger)
{
    private long _count;

    /// <summary>What the client is told.</summary>
    public static string Explain(string eventId) => $"The server failed; its log tells more under the event id {eventId}.";

    /// <summary>Logs a failure.</summary>
    /// <returns>Its event id.</returns>
    public string Log(Exception exception)
    {
        var number = Interlocked.Increment(ref _count);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId:x}-{Environment.TickCount64:x}-{number:x}");
        ServerLog.RequestFailed(logger, id, exception.GetType().FullName ?? "?", exception.StackTrace ?? string.Empty);
        return id;
    }
}
