using Remanence.Http;
using Remanence.Server.Wire;
using Remanence.Services;

namespace Remanence.Server.Native;

internal static class MessageRoutes
{
    public static void Map(NativeRoutes routes) =>
        routes.Map(
            HttpMethods.Post,
            "/v1/workspaces/{workspace}/messages",
            AddAsync,
            new RouteDescription
            {
                Name = "addMessages",
                Summary =
                    "Keeps messages: durable and searchable when this answers. 202 when extraction goes on in the background as a job; 502 when it failed "
                    + "and wait is true, the messages being kept all the same.",
                Tag = "messages",
                Body = typeof(MemorizeRequest),
                Idempotent = true,
                Answers = [new(200, typeof(MemorizeResult)), new(202, typeof(MemorizeResult))],
                Problems = [409, 413, 415, 502, 503, 507],
            });

    private static async Task AddAsync(NativeCall call)
    {
        MemorizeRequest request;
        using (var body = await call.ReadJsonAsync())
        using (var json = body.ParseObject())
        {
            request = MemorizeBody.Parse(json.RootElement, call.IdempotencyKey);
        }

        var result = await call.Service.MemorizeAsync(call.Workspace, request, call.Cancelled);
        await call.AnswerAsync(result, WireJson.Instance.MemorizeResult, result.JobId is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }
}
