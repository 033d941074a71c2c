using Microsoft.Extensions.Logging;

namespace Remanence.Hosting;

/// <summary>What putting an engine together logs. Never texts, ids or names: those are people's.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(8, LogLevel.Information, "vector_store.{Store}: its backend {Backend} is served by the SQLite store {File}")]
    public static partial void StoreStandsIn(ILogger logger, string store, string backend, string file);

    [LoggerMessage(9, LogLevel.Information, "Took over {Memories} memories of {Workspaces} workspaces from {Folder}")]
    public static partial void FilesTaken(ILogger logger, int memories, int workspaces, string folder);

    [LoggerMessage(10, LogLevel.Error, "{Files} files in {Folder} cannot be taken over; remanence import --reme {Folder} says why")]
    public static partial void FilesNotTaken(ILogger logger, int files, string folder);
}
