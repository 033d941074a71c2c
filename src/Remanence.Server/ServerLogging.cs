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

        // The framework tells about each request; that is for who asks for it.
        var others = level <= LogLevel.Debug ? level : (LogLevel)Math.Max((int)level, (int)LogLevel.Warning);
        logging.AddFilter("Microsoft", others);

        // Below that it writes out whole messages, and what people said is not logged.
        logging.AddFilter("ModelContextProtocol", (LogLevel)Math.Max((int)others, (int)LogLevel.Debug));
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
