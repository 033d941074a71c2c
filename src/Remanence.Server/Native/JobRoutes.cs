using Remanence.Diagnostics;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Server.Native;

internal static class JobRoutes
{
    private const string Single = "/v1/jobs/{id}";

    public static void Map(NativeRoutes routes)
    {
        routes.Map(HttpMethods.Get, Single, GetAsync, Describe("getJob", "A background job: its state, attempts, progress and last error.", [404, 503]));
        routes.Map(HttpMethods.Post, Single + "/retry", RetryAsync, Describe("retryJob", "Queues a dead or cancelled job again.", [404, 409, 503]));
        routes.Map(HttpMethods.Post, Single + "/cancel", CancelAsync, Describe("cancelJob", "Cancels a job that has not ended.", [404, 409, 503]));
    }

    private static RouteDescription Describe(string name, string summary, IReadOnlyList<int> problems) => new()
    {
        Name = name,
        Summary = summary,
        Tag = "jobs",
        Query = QueryParameter.Scope,
        Answers = [new(200, typeof(JobDocument))],
        Problems = problems,
    };

    private static async Task GetAsync(NativeCall call) => await AnswerAsync(call, await VisibleAsync(call));

    private static async Task RetryAsync(NativeCall call) => await AnswerAsync(call, await call.Service.RetryJobAsync((await VisibleAsync(call)).Id, call.Cancelled));

    private static async Task CancelAsync(NativeCall call) => await AnswerAsync(call, await call.Service.CancelJobAsync((await VisibleAsync(call)).Id, call.Cancelled));

    // The service finds a job by its id alone; the query parameters narrow here as they do on every other route.
    private static async Task<Job> VisibleAsync(NativeCall call)
    {
        var job = await call.Service.GetJobAsync(call.Id, call.Cancelled);
        var scope = new Scope(job.Scope.Workspace, call.Text("user_id"), call.Text("agent_id"), call.Text("session_id"));
        return scope.Sees(job.Scope) ? job : throw new MemoryNotFoundException($"There is no job {Printable.Show(call.Id)}; check the id.");
    }

    private static Task AnswerAsync(NativeCall call, Job job) => call.AnswerAsync(JobDocument.From(job), WireJson.Instance.JobDocument);
}
