using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Services.Rules;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.TaskMemory.Plans;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>vector_store_action</c>: loads, dumps, copies, lists and deletes workspaces and memories, on every store.</summary>
internal sealed class WorkspaceOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    private static readonly MemoryFilter Believed = new MemoryFilter.Status([MemoryStatus.Active]);
    private readonly MemoryLibrary? _library = setup.Services.GetService<MemoryLibrary>();

    public override OperatorSlots Slots { get; } = new()
    {
        Required = [TaskSlots.Action],
        Optional = [TaskSlots.Path, TaskSlots.SourceWorkspace, TaskSlots.MemoryIds],
    };

    private MemoryLibrary Library =>
        _library ?? throw new InvalidRequestException("action", "There are no libraries here to load from or dump to; whoever runs this must add them.");

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(context.Scope);
        var result = context.Get(TaskSlots.Action) switch
        {
            "load" => await LoadAsync(Whole(context), context.GetOr(TaskSlots.Path, ""), cancellationToken),
            "dump" => await DumpAsync(context.Scope, context.GetOr(TaskSlots.Path, ""), cancellationToken),
            "copy" => await CopyAsync(context, cancellationToken),
            "delete" => await DropAsync(Whole(context), cancellationToken),
            "delete_ids" => await DeleteAsync(context, cancellationToken),
            "list" => await ListAsync(context.Scope, cancellationToken),
            var other => throw new InvalidRequestException(
                "action",
                $"invalid action={Printable.Show(other)}; use load, dump, copy, delete, delete_ids or list."),
        };
        context.Response.Metadata["action_result"] = result.ToNode();
    }

    private async Task<JsonElement> LoadAsync(Scope scope, string path, CancellationToken cancellationToken)
    {
        var memories = await Library.ReadAsync(Library.Locate(path, scope.Workspace), scope.Workspace, cancellationToken);
        await Memories.EditAsync(scope, new ReplacePlan(memories, alone: true, "load", foreign: true), cancellationToken);
        return Size(memories.Count);
    }

    private async Task<JsonElement> DumpAsync(Scope scope, string path, CancellationToken cancellationToken)
    {
        var file = Library.Locate(path, scope.Workspace);
        return await Memories.ExistsAsync(scope.Workspace, cancellationToken)
            ? Size(await Library.WriteAsync(file, Memories.ListAsync(scope, Believed, cancellationToken), cancellationToken))
            : JsonBuild.Object([]);
    }

    private async Task<JsonElement> CopyAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var source = context.GetOr(TaskSlots.SourceWorkspace, "");
        if (source.Length == 0)
        {
            throw new InvalidRequestException("src_workspace_id", "src_workspace_id is missing: name the workspace to copy from.");
        }

        if (!await Memories.ExistsAsync(source, cancellationToken))
        {
            return JsonBuild.Object([]);
        }

        var target = context.Scope;
        var copies = await Memories.ListAsync(target with { Workspace = source }, Believed, cancellationToken)
            .Select(memory => new Memory(memory) { Scope = memory.Scope with { Workspace = target.Workspace }, Sources = [], Categories = [] })
            .ToListAsync(cancellationToken);
        await Memories.EditAsync(target, new ReplacePlan(copies, alone: false, "copy"), cancellationToken);
        return Size(copies.Count);
    }

    private async Task<JsonElement> DropAsync(Scope scope, CancellationToken cancellationToken)
    {
        try
        {
            await Memories.DropWorkspaceAsync(scope.Workspace, cancellationToken);
            return JsonBuild.Null;
        }
        catch (MemoryNotFoundException)
        {
            return JsonBuild.Text("");
        }
    }

    private async Task<JsonElement> DeleteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        if (!context.TryGet(TaskSlots.MemoryIds, out var ids))
        {
            throw new InvalidRequestException("memory_ids", "memory_ids is missing: list the ids to delete.");
        }

        await Memories.EditAsync(context.Scope, new DeletePlan(ids), cancellationToken);
        return JsonBuild.Null;
    }

    private async Task<JsonElement> ListAsync(Scope scope, CancellationToken cancellationToken) =>
        JsonBuild.Array(await Memories.ListAsync(scope, Believed, cancellationToken).Select(memory => Form.Write(memory)).ToListAsync(cancellationToken));

    private static JsonElement Size(int count) => JsonBuild.Object([new("size", JsonBuild.Number(count))]);

    // Replacing or dropping a workspace takes what belongs to others with it.
    private static Scope Whole(FlowContext context) =>
        context.Scope is { User: null, Agent: null, Session: null } scope
            ? scope
            : throw new InvalidRequestException(
                "action",
                "Only a caller who is not confined to a user, an agent or a session can replace or delete a whole workspace.");
}
