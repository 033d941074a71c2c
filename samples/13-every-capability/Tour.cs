using Remanence;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Transfer;

namespace EveryCapability;

public sealed class Tour(MemoryService service, Action<string> tell)
{
    private const string Workspace = "tour";
    private const string Copy = "tour-copy";
    private static readonly Scope Ann = new(Workspace, "ann");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Message[] messages = [new() { Role = "user", Content = "I live in Kyoto." }, new() { Role = "user", Content = "My dentist is Dr. Mori." }];
        var said = await service.MemorizeAsync(Workspace, new MemorizeRequest { UserId = "ann", Messages = messages }, cancellationToken);
        var likes = new AddMemoryRequest { UserId = "ann", Kind = "observation", Content = "Ann likes tea." };
        var tea = await service.AddAsync(Workspace, likes, cancellationToken);
        var found = await service.RetrieveAsync(Workspace, new RetrieveRequest { UserId = "ann", Query = "Where does Ann live?" }, cancellationToken);
        tell($"keeps {said.Memories.Count + 1} and finds: {found.Results[0].Memory.Content}");

        await AskAsync<IMemoryEditing>(async editing =>
            "now " + (await editing.UpdateAsync(Ann, tea.Id, new MemoryPatch { Content = "Ann likes green tea." }, cancellationToken)).Content);
        await AskAsync<IMemoryHistory>(async history =>
        {
            await service.ForgetAsync(Ann, tea.Id, cancellationToken);
            var back = await history.RestoreAsync(Ann, tea.Id, cancellationToken: cancellationToken);
            var entries = await history.GetHistoryAsync(Ann, tea.Id, cancellationToken);
            return $"{string.Join(", ", entries.Select(entry => entry.Operation))}; again there: {back.Content}";
        });
        await AskAsync<IMemoryResources>(async resources =>
        {
            var note = new ResourceRequest { UserId = "ann", Name = "note", Modality = "document", Text = "The spare key is under the pot." };
            await resources.AddResourceAsync(Workspace, note, cancellationToken);
            var page = await resources.ListResourcesAsync(new PageQuery { Scope = Ann }, cancellationToken);
            return string.Join(", ", page.Items.Select(resource => resource.Modality));
        });
        await AskAsync<IMemoryLearning>(async learning =>
        {
            var learnt = await learning.ConsolidateAsync(Ann, wait: true, cancellationToken);
            return string.Join("; ", learnt.Memories.Select(memory => memory.Content));
        });
        await AskAsync<IMemoryJobs>(async jobs =>
        {
            var page = await jobs.ListJobsAsync(new PageQuery { Scope = new Scope(Workspace) }, [], cancellationToken);
            return string.Join(", ", page.Items.Select(job => $"{job.Kind} {job.State}").Distinct(StringComparer.Ordinal));
        });
        await AskAsync<IMemoryCategories>(async categories =>
            $"{(await categories.ListCategoriesAsync(new PageQuery { Scope = Ann }, cancellationToken)).Items.Count} of them");
        await AskAsync<IMemoryWatching>(async watching =>
        {
            var changes = await watching.WatchAsync(Ann, after: 0, cancellationToken).Take(3).ToListAsync(cancellationToken);
            return $"changes {string.Join(", ", changes.Select(change => change.Sequence))}";
        });
        await AskAsync<IMemoryTransfer>(transfer => MoveAsync(transfer, cancellationToken));
        await AskAsync<IMemoryWorkspaces>(async workspaces =>
        {
            var names = (await workspaces.ListWorkspacesAsync(cancellationToken)).Select(workspace => $"{workspace.Name} with {workspace.Memories}").ToList();
            return $"{string.Join(", ", names)}; {(await workspaces.DropWorkspaceAsync(Copy, cancellationToken)).Memories} dropped";
        });
        await AskAsync<IMemoryErasure>(async erasure => $"nothing is left of {(await erasure.EraseAsync(Ann, cancellationToken)).Memories} memories");
    }

    // An export is read back; a line that cannot be understood stops it before anything of it is stored.
    private static async Task<string> MoveAsync(IMemoryTransfer transfer, CancellationToken cancellationToken)
    {
        var records = await transfer.ExportAsync(Workspace, cancellationToken).ToListAsync(cancellationToken);
        var moved = await transfer.ImportAsync(Copy, records.ToAsyncEnumerable(), cancellationToken);
        try
        {
            await transfer.ImportAsync(Copy, records.Append(new ExportRecord()).ToAsyncEnumerable(), cancellationToken);
            return "read what it should not";
        }
        catch (InvalidRequestException refused)
        {
            return $"{moved.Memories} memories, {moved.History} entries of history; then nothing: {refused.Message}";
        }
    }

    private async Task AskAsync<T>(Func<T, Task<string>> use)
        where T : class
    {
        try
        {
            tell($"{typeof(T).Name}: {await use(service.Require<T>())}");
        }
        catch (MissingCapabilityException missing)
        {
            tell(missing.Message);
        }
    }
}
