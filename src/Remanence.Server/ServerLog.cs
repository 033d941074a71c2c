namespace Remanence.Server;

/// <summary>What the server logs. Never texts, ids or names: those are people's.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Remanence {Version} listens on {Address}; data in {DataPath}")]
    public static partial void Listening(ILogger logger, string version, string address, string dataPath);

    [LoggerMessage(2, LogLevel.Warning, "Anyone who can connect to {Address} may read and change everything: http.allow_unauthenticated is true")]
    public static partial void Unauthenticated(ILogger logger, string address);

    [LoggerMessage(3, LogLevel.Information, "Remanence has stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(4, LogLevel.Warning, "The data are open to others: {Rights}")]
    public static partial void OthersRights(ILogger logger, string rights);

    [LoggerMessage(5, LogLevel.Warning, "At most {Connections} connections are kept at once, as no more files may be open; raise the limit (ulimit -n)")]
    public static partial void FewConnections(ILogger logger, long connections);

    [LoggerMessage(30, LogLevel.Warning, "Configuration: {Warning}")]
    public static partial void Configuration(ILogger logger, string warning);
}
