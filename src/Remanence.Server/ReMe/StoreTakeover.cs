using Remanence.Hosting;
using Remanence.Memories;
using Remanence.Services;
using Remanence.TaskMemory.Plans;

namespace Remanence.Server.ReMe;

/// <summary>
/// What becomes of ReMe's stores at the start: the store of Remanence stands for each, and the files of a <c>local</c> one are taken over. Each file is taken once, whole
/// or not at all, and only where its workspace does not exist; that it was is noted in the data folder, so that a workspace dropped later stays so.
/// </summary>
internal sealed class StoreTakeover(MemoryEngine engine, RemanenceSettings settings, ILogger logger)
{
    private const string Notes = "reme-files-taken.txt";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var store in settings.Configuration.VectorStores)
        {
            ServerLog.StoreStandsIn(logger, store.Name, store.Backend, settings.StoreFile);
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
        foreach (var file in StoreFile.In(folder).Where(file => !known.Contains(Path.GetFullPath(file.Path))))
        {
            try
            {
                if (!await engine.Access.ExistsAsync(file.Workspace, cancellationToken))
                {
                    memories += await TakeAsync(file, cancellationToken);
                    workspaces++;
                }

                Directory.CreateDirectory(settings.DataPath);
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
            ServerLog.FilesTaken(logger, memories, workspaces, folder);
        }

        if (unreadable > 0)
        {
            ServerLog.FilesNotTaken(logger, unreadable, folder);
        }
    }

    private async Task<int> TakeAsync(StoreFile file, CancellationToken cancellationToken)
    {
        var memories = await file.ReadAsync(engine.Access.Time, cancellationToken);
        await engine.Access.EditAsync(new Scope(file.Workspace), new ReplacePlan(memories, alone: false, "import"), cancellationToken);
        return memories.Count;
    }
}
