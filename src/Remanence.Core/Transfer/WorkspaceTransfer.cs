using System.Runtime.CompilerServices;
using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Privacy;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.Transfer;

/// <summary>A workspace as a stream of records, out and in.</summary>
internal sealed class WorkspaceTransfer(MemoryStore store, Committer committer, PrivacyGuard guard, Action<MemoryState, string>? rule, TimeProvider time)
{
    // So many are stored in one step, all or none.
    private const int BatchSize = 1_000;
    private static readonly ImportResult Nothing = new(0, 0, 0, 0, 0, 0);

    public async IAsyncEnumerable<ExportRecord> ExportAsync(string workspace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await store.GetWorkspaceAsync(workspace, cancellationToken) is null)
        {
            throw store.NotFound($"Workspace {Printable.Show(workspace)} does not exist.");
        }

        yield return new ExportRecord { Header = ExportHeader.Of(workspace) };
        var scope = new Scope(workspace);
        await foreach (var resource in store.AllResourcesAsync(scope, cancellationToken))
        {
            yield return new ExportRecord { Resource = resource };
            await foreach (var message in store.AllMessagesAsync(resource.Id, scope, cancellationToken))
            {
                yield return new ExportRecord { Message = message };
            }
        }

        await foreach (var category in store.AllCategoriesAsync(scope, cancellationToken))
        {
            yield return new ExportRecord { Category = category };
        }

        // A memory's changes follow it, so that an import stores both in one step; those of memories that are gone come last.
        var exported = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var memory in store.AllAsync(scope, filter: null, cancellationToken))
        {
            exported.Add(memory.Id);
            yield return new ExportRecord { Memory = MemoryDocument.From(memory) };
            foreach (var entry in await store.GetHistoryAsync(workspace, memory.Id, cancellationToken))
            {
                yield return new ExportRecord { History = HistoryDocument.From(entry) };
            }
        }

        await foreach (var entry in store.ReadHistoryAsync(workspace, cancellationToken))
        {
            if (!exported.Contains(entry.MemoryId))
            {
                yield return new ExportRecord { History = HistoryDocument.From(entry) };
            }
        }

        // What can be read was given; that there may be more must not pass for the whole.
        if (await store.FindDamageAsync(cancellationToken) is { } damage)
        {
            throw new StoreDamagedException(damage.Message, damage);
        }
    }

    public async Task<ImportResult> ImportAsync(string workspace, IAsyncEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        await using var staged = new StagedImport(BatchSize);
        var line = 0;
        await foreach (var source in records.WithCancellation(cancellationToken))
        {
            var record = ImportedState.Convert(source, ++line);
            ImportRules.Check(record, line, rule);
            await staged.AddAsync(ImportPrivacy.Redact(ImportRules.Rehome(record, workspace), workspace, guard), line, cancellationToken);
        }

        await staged.EndAsync(cancellationToken);
        return line == 0
            ? throw new InvalidRequestException("line 1", "The import is empty: its first line must be the header of an export.")
            : await CommitAllAsync(workspace, staged, cancellationToken);
    }

    private async Task<ImportResult> CommitAllAsync(string workspace, StagedImport staged, CancellationToken cancellationToken)
    {
        var result = Nothing;
        var batch = new List<ExportRecord>(BatchSize);
        try
        {
            await foreach (var record in staged.ReadAsync(cancellationToken))
            {
                if (batch.Count >= BatchSize && !BelongsToLast(record, batch))
                {
                    result = await CommitAsync(workspace, batch, result, cancellationToken);
                    batch.Clear();
                }

                batch.Add(record);
            }

            return await CommitAsync(workspace, batch, result, cancellationToken);
        }
        catch (Exception exception) when (result != Nothing && StoppedImport.Tells(exception))
        {
            throw StoppedImport.After(exception, result);
        }
    }

    private async Task<ImportResult> CommitAsync(string workspace, List<ExportRecord> batch, ImportResult sum, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var history = await NewHistoryAsync(workspace, batch, cancellationToken);
        var resources = await NewAsync(batch.Select(record => record.Resource), resource => store.GetResourceAsync(workspace, resource.Id, cancellationToken));
        var categories = await NewAsync(batch.Select(record => record.Category), category => store.GetCategoryAsync(workspace, category.Id, cancellationToken));
        var changes = new ChangeSet
        {
            Id = Identifiers.New(now),
            Workspace = workspace,
            At = now,
            Actor = "import",
            Resources = resources,
            Messages = await NewMessagesAsync(workspace, batch, cancellationToken),
            Inserts = [.. batch.Select(record => record.Memory).OfType<MemoryDocument>().Select(document => document.ToMemory())],
            Categories = categories,
            History = history,
        };
        if (changes is { Resources: [], Messages: [], Inserts: [], Categories: [], History: [] })
        {
            // A header alone makes no workspace.
            return sum;
        }

        var result = await committer.CommitAsync(changes, cancellationToken);
        return new ImportResult(
            sum.Memories + changes.Inserts.Count - result.Existing.Count,
            sum.Skipped + result.Existing.Count,
            sum.Resources + changes.Resources.Count,
            sum.Messages + changes.Messages.Count,
            sum.Categories + changes.Categories.Count,
            sum.History + history.Count)
        {
            Differing = sum.Differing + await CountDifferingAsync(workspace, changes.Inserts, result.Existing, cancellationToken),
        };
    }

    // What was there before is left alone; who imported other words under its id is told how many.
    private async Task<int> CountDifferingAsync(
        string workspace, IReadOnlyList<Memory> inserts, IReadOnlyList<string> existing, CancellationToken cancellationToken)
    {
        if (existing.Count == 0)
        {
            return 0;
        }

        var stored = (await store.GetAsync(workspace, [.. existing.Distinct(StringComparer.Ordinal)], cancellationToken))
            .ToDictionary(memory => memory.Id, StringComparer.Ordinal);
        return inserts.Count(memory => stored.TryGetValue(memory.Id, out var there)
            && !(memory.HasTextOf(there) && memory.Kind == there.Kind && memory.Scope == there.Scope));
    }

    // A store replaces resources and categories by id; an import must leave alone what is there.
    private static async Task<List<T>> NewAsync<T>(IEnumerable<T?> items, Func<T, Task<T?>> find)
        where T : class
    {
        var fresh = new List<T>();
        foreach (var item in items.OfType<T>())
        {
            if (await find(item) is null)
            {
                fresh.Add(item);
            }
        }

        return fresh;
    }

    // What a conversation has at a place is left alone, and does not count.
    private async Task<List<StoredMessage>> NewMessagesAsync(string workspace, List<ExportRecord> batch, CancellationToken cancellationToken)
    {
        var messages = new List<StoredMessage>();
        foreach (
            var conversation in batch.Select(record => record.Message).OfType<StoredMessage>().GroupBy(stored => stored.ResourceId, StringComparer.Ordinal))
        {
            string[] ids = [.. conversation.Select(stored => stored.Message.Id).OfType<string>()];
            var known = (await store.GetMessagesAsync(workspace, conversation.Key, ids, cancellationToken)).Select(stored => stored.Position).ToHashSet();
            messages.AddRange(conversation.Where(stored => known.Add(stored.Position)));
        }

        return messages;
    }

    // A memory stored without its history in the same step would get one of its own.
    private static bool BelongsToLast(ExportRecord record, List<ExportRecord> batch) =>
        record.History is { } history && (batch[^1].Memory?.Id ?? batch[^1].History?.MemoryId) == history.MemoryId;

    // An import cut off and repeated brings entries that are there already.
    private async Task<List<HistoryEntry>> NewHistoryAsync(string workspace, List<ExportRecord> batch, CancellationToken cancellationToken)
    {
        var entries = new List<HistoryEntry>();
        foreach (var group in batch.Select(record => record.History).OfType<HistoryDocument>().GroupBy(entry => entry.MemoryId, StringComparer.Ordinal))
        {
            var known = await store.GetHistoryAsync(workspace, group.Key, cancellationToken);
            entries.AddRange(group.Select(document => document.ToEntry()).Where(entry => !known.Any(other => Same(entry, other))));
        }

        return entries;
    }

    private static bool Same(HistoryEntry a, HistoryEntry b) => a.At == b.At && a.Operation == b.Operation && a.Actor == b.Actor && a.Reason == b.Reason;
}
