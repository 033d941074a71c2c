using Remanence.Http;
using Remanence.Json;
using Remanence.Messages;
using Remanence.Server.Wire;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

internal static class ResourceRoutes
{
    private const string Collection = "/v1/workspaces/{workspace}/resources";
    private const string Single = Collection + "/{id}";
    private const string Tag = "resources";

    public static void Map(NativeRoutes routes)
    {
        routes.Map(
            HttpMethods.Post,
            Collection,
            AddAsync,
            new RouteDescription
            {
                Name = "addResource",
                Summary =
                    "Keeps a document and makes memories of its passages; JSON, or multipart with the document as the part file and the other members as "
                    + "parts of their names.",
                Tag = Tag,
                Body = typeof(ResourceRequest),
                BodyTypes = [MediaTypes.Json, MediaTypes.Multipart],
                Idempotent = true,
                Answers = [new(200, typeof(MemorizeResult)), new(202, typeof(MemorizeResult))],
                Problems = [409, 413, 415, 503, 507],
            });
        routes.Map(
            HttpMethods.Get,
            Collection,
            ListAsync,
            new RouteDescription
            {
                Name = "listResources",
                Summary = "A page of resources in the order in which they were first stored, without their texts.",
                Tag = Tag,
                Query = QueryParameter.Page,
                Answers = [new(200, typeof(Page<ResourceDocument>))],
                Problems = [503],
            });
        routes.Map(
            HttpMethods.Get,
            Single,
            GetAsync,
            new RouteDescription
            {
                Name = "getResource",
                Summary = "A resource with its text.",
                Tag = Tag,
                Query = QueryParameter.Scope,
                Answers = [new(200, typeof(ResourceDocument))],
                Problems = [404, 503],
            });
        routes.Map(
            HttpMethods.Get,
            Single + "/messages",
            MessagesAsync,
            new RouteDescription
            {
                Name = "listResourceMessages",
                Summary = "A page of a conversation's messages, in order.",
                Tag = Tag,
                Query = QueryParameter.Page,
                Answers = [new(200, typeof(Page<StoredMessage>))],
                Problems = [404, 503],
            });
    }

    private static async Task AddAsync(NativeCall call)
    {
        var request = MediaTypes.IsMultipart(call.Context.Request) ? await ResourceUpload.ReadAsync(call) : await ReadJsonAsync(call);
        var result = await call.Require<IMemoryResources>().AddResourceAsync(call.Workspace, request, call.Cancelled);
        await call.AnswerAsync(result, WireJson.Instance.MemorizeResult, result.JobId is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private static async Task<ResourceRequest> ReadJsonAsync(NativeCall call)
    {
        using var body = await call.ReadJsonAsync();
        using var json = body.ParseObject();
        return ResourceBody.Parse(json.RootElement, call.IdempotencyKey);
    }

    private static async Task ListAsync(NativeCall call)
    {
        var page = await call.Require<IMemoryResources>().ListResourcesAsync(call.Page, call.Cancelled);
        var documents = page.Items.Select(resource => ResourceDocument.From(resource) with { Text = null });
        await call.AnswerAsync(new Page<ResourceDocument>([.. documents], page.NextCursor), WireJson.Instance.PageResourceDocument);
    }

    private static async Task GetAsync(NativeCall call)
    {
        var resource = await call.Require<IMemoryResources>().GetResourceAsync(call.Scope, call.Id, call.Cancelled);
        await call.AnswerAsync(ResourceDocument.From(resource), WireJson.Instance.ResourceDocument);
    }

    private static async Task MessagesAsync(NativeCall call) =>
        await call.AnswerAsync(
            await call.Require<IMemoryResources>().ListMessagesAsync(call.Id, call.Page, call.Cancelled),
            WireJson.Instance.PageStoredMessage);
}
