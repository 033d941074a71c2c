using Remanence.Http;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

internal static class WorkspaceRoutes
{
    public static void Map(NativeRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/v1/workspaces", ListAsync, new RouteDescription
        {
            Name = "listWorkspaces",
            Summary = "All workspaces, by name.",
            Tag = "workspaces",
            Answers = [new(200, typeof(IReadOnlyList<WorkspaceInfo>))],
            Problems = [503],
        });
        routes.Map(HttpMethods.Delete, "/v1/workspaces/{workspace}", DropAsync, new RouteDescription
        {
            Name = "dropWorkspace",
            Summary = "Erases a workspace and everything in it, beyond recovery.",
            Tag = "workspaces",
            Query = [ErasureRoutes.Wait],
            Answers = [new(200, typeof(Erasure))],
            Problems = [404, 503, 507],
        });
    }

    private static async Task ListAsync(NativeCall call) =>
        await call.AnswerAsync(await call.Require<IMemoryWorkspaces>().ListWorkspacesAsync(call.Cancelled), WireJson.Instance.IReadOnlyListWorkspaceInfo);

    private static async Task DropAsync(NativeCall call) =>
        await ErasureRoutes.AnswerAsync(call, await call.Require<IMemoryWorkspaces>().DropWorkspaceAsync(call.Workspace, call.Cancelled));
}
