using Microsoft.Extensions.Logging;
using Remanence.Compat.ReMe.Library;
using Remanence.Diagnostics;

namespace Remanence.Hosting;

/// <summary>
/// What becomes of ReMe's stores at the start: the store of Remanence stands for each, and the files of a <c>local</c> one are taken over. Each file is taken
/// once, whole or not at all, and only where its workspace does not exist; that it was is noted in the data folder, so that a workspace dropped later stays so.
/// </summary>
internal sealed class StoreTakeover(MemoryEngine engine, RemanenceSettings settings, ILogger logger)
{
    private const string Notes = "reme-files-taken.txt";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var store in settings.Configuration.VectorStores)
        {
            HostingLog.StoreStandsIn(logger, store.Name, store.Backend, settings.StoreFile);
            if (store.Folder is { } folder)
            {
                await TakeAsync(folder, cancellationToken);
            }
        }
    }

    private async Task TakeAsync(string folder, CancellationToken cancellationToken)
    {
        var notes = Path.Combine(settings.DataPath, Notes);
        var known = (File.Exists(notes) ? await File.ReadAllLinesAsync(notes, cancellationToken) : []).ToHashSet(StringComparer.Ordinal);
        var (workspaces, memories, unreadable) = (0, 0, 0);
        foreach (var file in ReMeFile.In(folder).Where(file => !known.Contains(Path.GetFullPath(file.Path))))
        {
            try
            {
                if (await file.TakeIntoAsync(engine, cancellationToken) is { } taken)
                {
                    memories += taken;
                    workspaces++;
                }

                PrivateFiles.CreateFolder(settings.DataPath);
                await File.AppendAllTextAsync(notes, Path.GetFullPath(file.Path) + "\n", cancellationToken);
            }
            catch (Exception exception) when (exception is InvalidRequestException or IOException or UnauthorizedAccessException)
            {
                // Its message may quote a memory, so it is not logged; the command that is named shows it.
                unreadable++;
            }
        }

        if (workspaces > 0)
        {
            HostingLog.FilesTaken(logger, memories, workspaces, folder);
        }

        if (unreadable > 0)
        {
            HostingLog.FilesNotTaken(logger, unreadable, folder);
        }
    }
}
