using Microsoft.Extensions.Logging.Console;

namespace Remanence.Server;

/// <summary>Logs go to standard error, a line each: standard output belongs to answers.</summary>
public static class ServerLogging
{
    /// <summary>Adds the log.</summary>
    /// <param name="logging">The builder.</param>
    /// <param name="level">The least important entries to write.</param>
    /// <returns>The same builder.</returns>
    public static ILoggingBuilder AddServerLogging(this ILoggingBuilder logging, LogLevel level)
    {
        ArgumentNullException.ThrowIfNull(logging);
        logging.SetMinimumLevel(level);

        // The framework tells of requests by their addresses, in which users and workspaces stand; RequestLog tells of them by their routes.
        logging.AddFilter("Microsoft", (LogLevel)Math.Max((int)level, (int)LogLevel.Warning));

        // It writes out messages, and with every failure what it was about; McpLog tells of those that nobody foresaw.
        logging.AddFilter("ModelContextProtocol", (LogLevel)Math.Max((int)level, (int)LogLevel.Critical));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
