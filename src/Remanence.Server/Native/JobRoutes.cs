using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Server.Wire;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

internal static class JobRoutes
{
    private const string Single = "/v1/jobs/{id}";

    private static readonly QueryParameter State =
        new("state", "Only these states, separated by commas: queued, running, retrying, succeeded, dead, cancelled.");

    public static void Map(NativeRoutes routes)
    {
        routes.Map(HttpMethods.Get, "/v1/workspaces/{workspace}/jobs", ListAsync, new RouteDescription
        {
            Name = "listJobs",
            Summary = "A page of background jobs in the order in which they were first stored; state=dead lists those that were given up.",
            Tag = "jobs",
            Query = [.. QueryParameter.Page, State],
            Answers = [new(200, typeof(Page<JobDocument>))],
            Problems = [503],
        });
        routes.Map(HttpMethods.Get, Single, GetAsync, Describe("getJob", "A background job: its state, attempts, progress and last error.", [404, 503]));
        routes.Map(
            HttpMethods.Post,
            Single + "/retry",
            RetryAsync,
            Describe("retryJob", "Queues a dead or cancelled job again, or has a retrying one begin at once.", [404, 409, 503]));
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

    private static async Task ListAsync(NativeCall call)
    {
        JobState[] states = call.Text("state") is { } text ? [.. text.Split(',').Select(state => EnumNames<JobState>.Parse(state, "state"))] : [];
        var page = await call.Require<IMemoryJobs>().ListJobsAsync(call.Page, states, call.Cancelled);
        await call.AnswerAsync(new Page<JobDocument>([.. page.Items.Select(JobDocument.From)], page.NextCursor), WireJson.Instance.PageJobDocument);
    }

    private static async Task GetAsync(NativeCall call) => await AnswerAsync(call, await VisibleAsync(call));

    private static async Task RetryAsync(NativeCall call) =>
        await AnswerAsync(call, await call.Require<IMemoryJobs>().RetryJobAsync((await VisibleAsync(call)).Id, call.Cancelled));

    private static async Task CancelAsync(NativeCall call) =>
        await AnswerAsync(call, await call.Require<IMemoryJobs>().CancelJobAsync((await VisibleAsync(call)).Id, call.Cancelled));

    // The service finds a job by its id alone; the query parameters narrow here as they do on every other route.
    private static async Task<Job> VisibleAsync(NativeCall call)
    {
        var job = await call.Require<IMemoryJobs>().GetJobAsync(call.Id, call.Cancelled);
        var scope = new Scope(job.Scope.Workspace, call.Text("user_id"), call.Text("agent_id"), call.Text("session_id"));
        return scope.Sees(job.Scope) ? job : throw new MemoryNotFoundException($"There is no job {Printable.Show(call.Id)}; check the id.");
    }

    private static Task AnswerAsync(NativeCall call, Job job) => call.AnswerAsync(JobDocument.From(job), WireJson.Instance.JobDocument);
}
