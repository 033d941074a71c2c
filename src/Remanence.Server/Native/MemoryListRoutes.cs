using Remanence.Http;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Server.Wire;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Server.Native;

internal static class MemoryListRoutes
{
    private const string Collection = "/v1/workspaces/{workspace}/memories";

    public static void Map(NativeRoutes routes)
    {
        routes.Map(
            HttpMethods.Get,
            Collection,
            ListAsync,
            new RouteDescription
            {
                Name = "listMemories",
                Summary = "A page of memories in the order in which they were first stored.",
                Tag = "memories",
                Query =
                [
                    .. QueryParameter.Page,
                    new("kind", "Only these kinds, separated by commas."),
                    new("status", "Only these standings, separated by commas: active, superseded, expired."),
                    new("filter", "A further condition: a filter as in a search, in JSON."),
                ],
                Answers = [new(200, typeof(Page<MemoryDocument>))],
                Problems = [503],
            });
        routes.Map(
            HttpMethods.Post,
            Collection,
            AddAsync,
            new RouteDescription
            {
                Name = "addMemory",
                Summary = "Keeps a memory as it is stated, without messages: durable and searchable when this answers.",
                Tag = "memories",
                Body = typeof(AddMemoryRequest),
                Idempotent = true,
                Answers = [new(201, typeof(MemoryDocument))],
                Problems = [409, 413, 415, 503, 507],
            });
        routes.Map(
            HttpMethods.Delete,
            Collection,
            EraseAsync,
            new RouteDescription
            {
                Name = "erase",
                Summary =
                    "Erases everything of a user, an agent or a session beyond recovery: memories, history, resources, messages, indexes. At least one of "
                    + "the three must be named.",
                Tag = "memories",
                Query =
                [
                    new("user_id", "Whose; what is shared by users stays."),
                    new("agent_id", "Of which agent; what is shared by agents stays."),
                    new("session_id", "Of which session; what is shared by sessions stays."),
                    ErasureRoutes.Wait,
                ],
                Answers = [new(200, typeof(Erasure))],
                Problems = [503, 507],
            });
    }

    private static async Task ListAsync(NativeCall call)
    {
        var page = call.Page;
        var query = new MemoryQuery { Scope = page.Scope, Cursor = page.Cursor, Limit = page.Limit, Filter = Filter(call) };
        var found = await call.Service.ListAsync(query, call.Cancelled);
        await call.AnswerAsync(Documents(found), WireJson.Instance.PageMemoryDocument);
    }

    private static async Task AddAsync(NativeCall call)
    {
        AddMemoryRequest request;
        using (var body = await call.ReadJsonAsync())
        using (var json = body.ParseObject())
        {
            request = AddMemoryBody.Parse(json.RootElement, call.IdempotencyKey);
        }

        var memory = await call.Service.AddAsync(call.Workspace, request, call.Cancelled);
        await call.AnswerAsync(MemoryDocument.From(memory), WireJson.Instance.MemoryDocument, StatusCodes.Status201Created);
    }

    private static async Task EraseAsync(NativeCall call) =>
        await ErasureRoutes.AnswerAsync(call, await call.Require<IMemoryErasure>().EraseAsync(call.Scope, call.Cancelled));

    public static Page<MemoryDocument> Documents(Page<Memory> page) => new([.. page.Items.Select(MemoryDocument.From)], page.NextCursor);

    private static MemoryFilter? Filter(NativeCall call)
    {
        var parts = new List<MemoryFilter>();
        if (call.Text("kind") is { } kinds)
        {
            parts.Add(new MemoryFilter.Kind(kinds.Split(',')));
        }

        if (call.Text("status") is { } statuses)
        {
            parts.Add(new MemoryFilter.Status([.. statuses.Split(',').Select(status => EnumNames<MemoryStatus>.Parse(status, "status"))]));
        }

        if (call.Text("filter") is { } filter)
        {
            using var json = JsonText.ParseObject(System.Text.Encoding.UTF8.GetBytes(filter), "filter");
            parts.Add(MemoryFilterJson.Parse(json.RootElement));
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new MemoryFilter.And(parts),
        };
    }
}
