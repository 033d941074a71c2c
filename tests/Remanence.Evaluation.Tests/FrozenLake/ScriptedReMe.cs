using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Remanence.Evaluation.FrozenLake;

/// <summary>
/// A service that answers as ReMe's task flows do: a memory for each trajectory, made of its request, the moves in the answers, and its score; retrieved
/// by the exact request. It shares no code with what it tests.
/// </summary>
internal sealed partial class ScriptedReMe : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, JsonNode Body)> _calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonObject>> _workspaces = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private ScriptedReMe()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What was posted, in order.</summary>
    public IReadOnlyList<(string Path, JsonNode Body)> Calls => [.. _calls];

    /// <summary>Answers in the service's place where it returns something: a status and a body.</summary>
    public Func<string, JsonNode, (int Status, string Body)?> Instead { get; set; } = (_, _) => null;

    public static async Task<ScriptedReMe> StartAsync()
    {
        var service = new ScriptedReMe();
        await service._app.StartAsync(Xunit.TestContext.Current.CancellationToken);
        return service;
    }

    public int CountOf(string path) => _calls.Count(call => call.Path == path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.WriteAsync("""{"status":"healthy"}""", context.RequestAborted);
            return;
        }

        if (context.Request.ContentLength is null)
        {
            context.Response.StatusCode = StatusCodes.Status411LengthRequired;
            return;
        }

        var path = context.Request.Path.Value!;
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        _calls.Enqueue((path, body));
        var (status, answer) = Instead(path, body) ?? (200, Answer(path, body).ToJsonString());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private JsonObject Answer(string path, JsonNode body)
    {
        var memories = _workspaces.GetOrAdd((string)body["workspace_id"]!, _ => new ConcurrentQueue<JsonObject>());
        JsonObject[] list;
        if (path.StartsWith("/summary_task_memory", StringComparison.Ordinal))
        {
            list = [.. body["trajectories"]!.AsArray().Select(Memory!)];
            Array.ForEach(list, memories.Enqueue);
        }
        else
        {
            list = [.. memories.Where(memory => (string)memory["when_to_use"]! == (string)body["query"]!).Take((int)body["top_k"]!)];
        }

        return new JsonObject
        {
            ["answer"] = string.Join('\n', list.Select(memory => $"- {memory["when_to_use"]} {memory["content"]}")),
            ["messages"] = new JsonArray(),
            ["success"] = true,
            ["metadata"] = new JsonObject { ["memory_list"] = new JsonArray([.. list.Select(memory => memory.DeepClone())]) },
        };
    }

    private static JsonObject Memory(JsonNode trajectory)
    {
        var moves = trajectory["messages"]!.AsArray()
            .Where(message => (string)message!["role"]! == "assistant")
            .Select(message => Move().Match((string)message!["content"]!))
            .Where(match => match.Success)
            .Select(match => match.Groups["move"].Value);
        return new JsonObject
        {
            ["memory_type"] = "task",
            ["when_to_use"] = (string)trajectory["metadata"]!["query"]!,
            ["content"] = $"actions: {string.Join(", ", moves)}\noutcome: {((double)trajectory["score"]! >= 1 ? "success" : "failure")}",
            ["score"] = (double)trajectory["score"]!,
        };
    }

    [GeneratedRegex("""\{"action":"(?<move>[0-3])"\}$""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Move();
}
