using System.Runtime.CompilerServices;
using Remanence.Cli.Connections;
using Remanence.Cli.Terminal;
using Remanence.Diagnostics;
using Remanence.Hosting;
using Remanence.Jobs;
using Remanence.Search.Engine;
using Remanence.Sqlite;
using Remanence.Stores;

namespace Remanence.Cli.Doctor;

/// <summary>The checks of the store and of the index over it. Nothing is written, and no store is made where none is.</summary>
internal static class StoreChecks
{
    public static async IAsyncEnumerable<CheckResult> RunAsync(
        RemanenceSettings settings, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var library = Library();
        yield return library;
        if (library.Outcome == CheckOutcome.Fail)
        {
            yield break;
        }

        var file = settings.StoreFile;
        if (SqliteFileCheck.IsNew(file))
        {
            yield return CheckResult.Ok("store", $"none yet; the first memory makes {file}");
            yield break;
        }

        await using var store = LocalConnection.FileStore(file);
        var opened = await OpenAsync(store, file, cancellationToken);
        yield return opened;
        if (opened.Outcome != CheckOutcome.Ok)
        {
            yield break;
        }

        var check = SqliteFileCheck.Run(file);
        if (check.Damage is null)
        {
            yield return Schema(check);
        }

        yield return Integrity(check);
        if (check.Damage is not null)
        {
            yield break;
        }

        yield return await IndexAsync(store, time, cancellationToken);
        yield return await EmbeddingAsync(store, cancellationToken);
        yield return await JobsAsync(store, cancellationToken);
    }

    private static CheckResult Library()
    {
        const string name = "sqlite";
        try
        {
            return CheckResult.Ok(name, $"version {SqliteStore.EngineVersion}");
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            return CheckResult.Fail(
                name,
                $"no SQLite library can be loaded: {e.Message}",
                "it comes with Remanence, in runtimes/<system>/native or beside the program: install Remanence for this system again");
        }
    }

    private static async Task<CheckResult> OpenAsync(SqliteStore store, string file, CancellationToken cancellationToken)
    {
        const string name = "store";
        try
        {
            await store.OpenAsync(cancellationToken);
            return CheckResult.Ok(name, $"{file} opens, {new FileInfo(file).Length / 1024} KiB");
        }
        catch (StoreUnavailableException) when (ServerNote.Find(file) is { } holder)
        {
            var server = holder.GetLeftPart(UriPartial.Authority);
            return CheckResult.Warn(name, $"the server at {server} has it", $"type remanence doctor --url {server} to check it");
        }
        catch (StoreUnavailableException e)
        {
            return CheckResult.Fail(
                name,
                e.Message,
                "if a server holds it, ask the server with --url; if it is damaged, type remanence repair, or restore a backup");
        }
    }

    private static CheckResult Schema(SqliteFileCheck file) => file.SchemaVersion == file.NewestVersion
        ? CheckResult.Ok("schema", $"version {file.SchemaVersion}")
        : CheckResult.Fail("schema", $"version {file.SchemaVersion}, and this program writes version {file.NewestVersion}", "use the newest Remanence");

    private static CheckResult Integrity(SqliteFileCheck file) =>
        file.Damage is not { } damage
            ? CheckResult.Ok("integrity", "the file is sound")
            : CheckResult.Fail(
                "integrity",
                $"the file is damaged: {damage}",
                "stop the server and type remanence repair, which brings out what can be read, or restore a backup");

    private static async Task<CheckResult> IndexAsync(SqliteStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        const string name = "index";
        long memories = 0;
        var workspaces = await store.ListWorkspacesAsync(cancellationToken);
        foreach (var workspace in workspaces)
        {
            var indexed = await IndexCheck.CountAsync(store, workspace.Name, time, cancellationToken);
            if (indexed != workspace.Memories)
            {
                return CheckResult.Fail(
                    name,
                    $"workspace {workspace.Name} holds {workspace.Memories} memories and its index {indexed}",
                    "export the workspace, drop it and import it again, and report this as a defect");
            }

            memories += indexed;
        }

        return CheckResult.Ok(name, $"agrees with the store: {memories} memories in {workspaces.Count} workspaces");
    }

    // A workspace between two embedders answers all the while; it is told, and is no fault.
    private static async Task<CheckResult> EmbeddingAsync(SqliteStore store, CancellationToken cancellationToken)
    {
        var workspaces = await store.ListWorkspacesAsync(cancellationToken);
        var parts = workspaces
            .Where(workspace => workspace.Embedding is not null)
            .GroupBy(workspace => workspace.Embedding!.Space.Name, StringComparer.Ordinal)
            .Select(group =>
                $"{group.Count()} by {TerminalText.Line(group.Key)} ({group.Sum(workspace => workspace.Embedding!.Memories)} of "
                + $"{group.Sum(workspace => workspace.Memories)} memories)")
            .ToList();
        var builtIn = workspaces.Count(workspace => workspace.Embedding is null);
        if (builtIn > 0 || parts.Count == 0)
        {
            parts.Insert(0, $"{builtIn} by the built-in embedder");
        }

        parts.AddRange(
            workspaces
                .Where(workspace => workspace.NextEmbedding is not null)
                .Select(workspace =>
                    $"{TerminalText.Line(workspace.Name)} changes to {TerminalText.Line(workspace.NextEmbedding!.Space.Name)} "
                    + $"({workspace.NextEmbedding.Memories} of {workspace.Memories})"));
        return CheckResult.Ok("embedding", string.Join(", ", parts));
    }

    private static async Task<CheckResult> JobsAsync(SqliteStore store, CancellationToken cancellationToken)
    {
        const string name = "jobs";
        var counts = await store.CountJobsAsync(cancellationToken);
        var waiting = counts.Where(count => count.State is JobState.Queued or JobState.Retrying or JobState.Running).Sum(count => count.Count);
        var dead = counts.Where(count => count.State == JobState.Dead).Sum(count => count.Count);
        return dead == 0
            ? CheckResult.Ok(name, $"{waiting} wait, none is dead")
            : CheckResult.Warn(
                name,
                $"{waiting} wait, {dead} are dead",
                "remanence jobs --workspace NAME --state dead tells why; when the cause is removed, remanence jobs retry ID");
    }
}
