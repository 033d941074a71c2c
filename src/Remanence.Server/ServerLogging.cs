using Microsoft.Extensions.Logging.Console;
using Remanence.Hosting;

namespace Remanence.Server;

/// <summary>Logs go to standard error, a line each: standard output belongs to answers.</summary>
public static class ServerLogging
{
    /// <summary>Adds the log.</summary>
    /// <param name="logging">The builder.</param>
    /// <param name="settings">The least important entries to write, and how.</param>
    /// <returns>The same builder.</returns>
    public static ILoggingBuilder AddServerLogging(this ILoggingBuilder logging, RemanenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(logging);
        ArgumentNullException.ThrowIfNull(settings);
        var level = settings.LogLevel;
        logging.SetMinimumLevel(level);

        // The framework tells of requests by their addresses, in which users and workspaces stand; RequestLog tells of them by their routes.
        logging.AddFilter("Microsoft", (LogLevel)Math.Max((int)level, (int)LogLevel.Warning));

        // It writes out messages, and with every failure what it was about; McpLog tells of those that nobody foresaw.
        logging.AddFilter("ModelContextProtocol", (LogLevel)Math.Max((int)level, (int)LogLevel.Critical));
        if (settings.LogJson)
        {
            logging.AddJsonConsole(console => SetTime(console, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                SetTime(console, "yyyy-MM-ddTHH:mm:ss.fffZ ");
                console.ColorBehavior = LoggerColorBehavior.Disabled;
            });
        }

        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }

    private static void SetTime(ConsoleFormatterOptions console, string format) => (console.TimestampFormat, console.UseUtcTimestamp) = (format, true);
}
