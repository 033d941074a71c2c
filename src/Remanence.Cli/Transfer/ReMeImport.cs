using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Compat.ReMe.Library;
using Remanence.Transfer;

namespace Remanence.Cli.Transfer;

/// <summary>Takes over the files of ReMe's <c>local</c> store, or its libraries. What is there already is skipped, so it can be repeated.</summary>
internal static class ReMeImport
{
    public static async Task<int> RunAsync(CommandRun run, string folder, CancellationToken cancellationToken)
    {
        var files = ReMeFile.In(folder);
        if (files.Count == 0)
        {
            throw new UsageException(
                $"{folder} holds no .jsonl files; name the folder that vector_store.default.params.store_dir named (ReMe's own default is "
                + $"./local_vector_store).");
        }

        // All files are read before anything is stored: a broken line must not leave half of them behind.
        foreach (var file in files)
        {
            await CheckAsync(run, file, cancellationToken);
        }

        await using var connection = await run.ConnectToStoreAsync(cancellationToken);
        var summaries = new List<ReMeImportSummary>();
        foreach (var file in files)
        {
            var result = await connection
                .Require<IMemoryTransfer>()
                .ImportAsync(file.Workspace, file.ExportAsync(run.Time, cancellationToken), cancellationToken);
            summaries.Add(new ReMeImportSummary(file.Workspace, result.Memories, result.Skipped, result.Differing));
            if (!run.Output.IsJson)
            {
                run.Output.Line($"imported {result.Memories} memories into workspace {file.Workspace} ({SkippedMemories.Of(result)})");
            }
        }

        if (run.Output.IsJson)
        {
            run.Output.Json(summaries, CliJson.Default.ListReMeImportSummary);
        }

        return ExitCodes.Ok;
    }

    private static async Task CheckAsync(CommandRun run, ReMeFile file, CancellationToken cancellationToken)
    {
        try
        {
            await file.ReadAsync(run.Time, cancellationToken);
        }
        catch (InvalidRequestException exception)
        {
            throw new UsageException($"{file.Path}: {exception.Message} Nothing was imported.", exception);
        }
    }
}
