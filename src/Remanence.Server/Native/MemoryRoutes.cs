using Remanence.Http;
using Remanence.Json;
using Remanence.Server.Wire;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

internal static class MemoryRoutes
{
    private const string Collection = "/v1/workspaces/{workspace}/memories";
    private const string Single = Collection + "/{id}";
    private const string Tag = "memories";

    public static void Map(NativeRoutes routes)
    {
        routes.Map(
            HttpMethods.Get,
            Single,
            GetAsync,
            new RouteDescription
            {
                Name = "getMemory",
                Summary = "A memory, of any status.",
                Tag = Tag,
                Query = QueryParameter.Scope,
                Answers = [new(200, typeof(MemoryDocument))],
                Problems = [404, 503],
            });
        routes.Map(
            HttpMethods.Patch,
            Single,
            UpdateAsync,
            new RouteDescription
            {
                Name = "updateMemory",
                Summary = "Changes a memory; a member left out stays as it is.",
                Tag = Tag,
                Query = QueryParameter.Scope,
                Body = typeof(MemoryPatch),
                Answers = [new(200, typeof(MemoryDocument))],
                Problems = [404, 409, 413, 415, 503, 507],
            });
        routes.Map(
            HttpMethods.Delete,
            Single,
            DeleteAsync,
            new RouteDescription
            {
                Name = "deleteMemory",
                Summary =
                    "Forgets a memory: its history stays and it can be restored (204). With erase=true it and its history are gone beyond recovery (200).",
                Tag = Tag,
                Query = [.. QueryParameter.Scope, new("erase", "Whether to erase instead of forget.", QueryParameterType.Flag), ErasureRoutes.Wait],
                Answers = [new(200, typeof(Erasure)), new(204, null)],
                Problems = [404, 409, 503, 507],
            });
        routes.Map(
            HttpMethods.Get,
            Single + "/history",
            HistoryAsync,
            new RouteDescription
            {
                Name = "getMemoryHistory",
                Summary = "All changes of a memory, oldest first, also of one that was forgotten.",
                Tag = Tag,
                Query = QueryParameter.Scope,
                Answers = [new(200, typeof(IReadOnlyList<HistoryDocument>))],
                Problems = [404, 503],
            });
        routes.Map(
            HttpMethods.Post,
            Single + "/restore",
            RestoreAsync,
            new RouteDescription
            {
                Name = "restoreMemory",
                Summary =
                    "Brings back a memory that was forgotten, superseded or expired, or else undoes its last change; sequence names the commit to go back to.",
                Tag = Tag,
                Query = QueryParameter.Scope,
                Body = typeof(RestoreRequest),
                BodyIsOptional = true,
                Answers = [new(200, typeof(MemoryDocument))],
                Problems = [404, 409, 413, 415, 503, 507],
            });
    }

    private static async Task GetAsync(NativeCall call) => await AnswerAsync(call, await call.Service.GetAsync(call.Scope, call.Id, call.Cancelled));

    private static async Task UpdateAsync(NativeCall call)
    {
        MemoryPatch patch;
        using (var body = await call.ReadJsonAsync())
        using (var json = body.ParseObject())
        {
            patch = PatchBody.Parse(json.RootElement);
        }

        await AnswerAsync(call, await call.Require<IMemoryEditing>().UpdateAsync(call.Scope, call.Id, patch, call.Cancelled));
    }

    private static async Task DeleteAsync(NativeCall call)
    {
        if (call.Flag("erase"))
        {
            await ErasureRoutes.AnswerAsync(call, await call.Require<IMemoryErasure>().EraseAsync(call.Scope, call.Id, call.Cancelled));
            return;
        }

        await call.Service.ForgetAsync(call.Scope, call.Id, call.Cancelled);
        Http.Answer.WriteNothing(call.Context);
    }

    private static async Task HistoryAsync(NativeCall call)
    {
        var history = await call.Require<IMemoryHistory>().GetHistoryAsync(call.Scope, call.Id, call.Cancelled);
        await call.AnswerAsync([.. history.Select(HistoryDocument.From)], WireJson.Instance.IReadOnlyListHistoryDocument);
    }

    private static async Task RestoreAsync(NativeCall call)
    {
        var sequence = await ReadSequenceAsync(call);
        await AnswerAsync(call, await call.Require<IMemoryHistory>().RestoreAsync(call.Scope, call.Id, sequence, call.Cancelled));
    }

    private static async Task<long?> ReadSequenceAsync(NativeCall call)
    {
        if (!call.HasBody)
        {
            return null;
        }

        using var body = await call.ReadJsonAsync();
        if (body.IsEmpty)
        {
            return null;
        }

        using var json = body.ParseObject();
        return RestoreBody.Parse(json.RootElement);
    }

    private static Task AnswerAsync(NativeCall call, Memories.Memory memory) =>
        call.AnswerAsync(MemoryDocument.From(memory), WireJson.Instance.MemoryDocument);
}
