using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Memories;
using Remanence.Server.Wire;
using Remanence.Services;

namespace Remanence.Server.Native;

/// <summary>What is worked out about people: observations, insights, portraits.</summary>
internal static class PersonRoutes
{
    private const string Workspace = "/v1/workspaces/{workspace}";
    private const string Tag = "people";

    public static void Map(NativeRoutes routes)
    {
        MapWork(
            routes,
            "/consolidate",
            "consolidate",
            "Makes observations of the messages in the scope that none were made of yet, at once. 202 with the jobs when wait is false or the server's "
            + "patience ends.",
            (learning, scope, wait, token) => learning.ConsolidateAsync(scope, wait, token));
        MapWork(
            routes,
            "/reflect",
            "reflect",
            "Draws insights from the observations in the scope, and settles what contradicts or repeats among them. 202 with the jobs when wait is false "
            + "or the server's patience ends.",
            (learning, scope, wait, token) => learning.ReflectAsync(scope, wait, token));
        routes.Map(
            HttpMethods.Get,
            Workspace + "/profile",
            ProfileAsync,
            new RouteDescription
            {
                Name = "getProfile",
                Summary = "A portrait of a user from what is remembered, ready for a prompt and bounded in tokens. No model is asked.",
                Tag = Tag,
                Query = [.. QueryParameter.Scope, new("max_tokens", "The most that its text may take; 500 when not given.", QueryParameterType.Integer)],
                Answers = [new(200, typeof(UserProfile))],
                Problems = [503],
            });
    }

    private static void MapWork(
        NativeRoutes routes,
        string path,
        string name,
        string summary,
        Func<IMemoryLearning, Scope, bool, CancellationToken, Task<WorkResult>> work)
    {
        routes.Map(HttpMethods.Post, Workspace + path, AnswerAsync, new RouteDescription
        {
            Name = name,
            Summary = summary,
            Tag = Tag,
            Query = QueryParameter.Scope,
            Body = typeof(WorkRequest),
            BodyIsOptional = true,
            Answers = [new(200, typeof(WorkResult)), new(202, typeof(WorkResult))],
            Problems = [413, 415, 502, 503, 507],
        });

        async Task AnswerAsync(NativeCall call)
        {
            var request = await ReadAsync(call);
            var scope = new Scope(
                call.Workspace,
                Named(call, "user_id", request.UserId),
                Named(call, "agent_id", request.AgentId),
                Named(call, "session_id", request.SessionId));
            var result = await work(call.Require<IMemoryLearning>(), scope, request.Wait, call.Cancelled);
            await call.AnswerAsync(result, WireJson.Instance.WorkResult, result.JobIds.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
        }
    }

    private static async Task ProfileAsync(NativeCall call) =>
        await call.AnswerAsync(await call.Service.GetProfileAsync(call.Scope, call.Integer("max_tokens"), call.Cancelled), WireJson.Instance.UserProfile);

    private static async Task<WorkRequest> ReadAsync(NativeCall call)
    {
        if (!call.HasBody)
        {
            return new WorkRequest();
        }

        using var body = await call.ReadJsonAsync();
        if (body.IsEmpty)
        {
            return new WorkRequest();
        }

        using var json = body.ParseObject();
        return WorkBody.Parse(json.RootElement);
    }

    private static string? Named(NativeCall call, string name, string? inBody) =>
        (call.Text(name), inBody) switch
        {
            ({ } inQuery, { } other) when inQuery != other => throw new InvalidRequestException(
                name,
                $"{name} is {Printable.Show(inQuery)} in the query and {Printable.Show(other)} in the body; say it once."),
            (var inQuery, _) => inBody ?? inQuery,
        };
}
