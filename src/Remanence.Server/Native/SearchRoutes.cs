using Remanence.Http;
using Remanence.Server.Wire;
using Remanence.Services;

namespace Remanence.Server.Native;

internal static class SearchRoutes
{
    public static void Map(NativeRoutes routes) => routes.Map(
        HttpMethods.Post,
        "/v1/workspaces/{workspace}/search",
        SearchAsync,
        new RouteDescription
        {
            Name = "search",
            Summary = "Finds memories, best first. An unknown workspace holds nothing.",
            Tag = "search",
            Body = typeof(RetrieveRequest),
            Answers = [new(200, typeof(RetrieveResult))],
            Problems = [413, 415, 503],
        });

    private static async Task SearchAsync(NativeCall call)
    {
        RetrieveRequest request;
        using (var body = await call.ReadJsonAsync())
        using (var json = body.ParseObject())
        {
            request = RetrieveBody.Parse(json.RootElement);
        }

        var result = await call.Service.RetrieveAsync(call.Workspace, request, call.Cancelled);
        await call.AnswerAsync(result, WireJson.Instance.RetrieveResult);
    }
}
