using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.Evaluation.Library;

/// <summary>
/// How to call Remanence, learnt by calling it: every task is tried the wrong way and the right one, and what the server answered becomes the experience.
/// </summary>
/// <param name="client">A server that nobody else uses.</param>
internal sealed class ApiLibrary(ApiClient client)
{
    /// <summary>The workspace that is filled.</summary>
    public const string Workspace = "remanence";

    private const string Demo = "demo";

    /// <summary>Tries every task, and keeps what worked beside what did not.</summary>
    /// <exception cref="EvaluationDataException">A wrong way worked, or a right one did not.</exception>
    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        foreach (var task in ApiTasks.All)
        {
            var wrong = await TryAsync(task, [task.Wrong], cancellationToken);
            var right = await TryAsync(task, task.Right, cancellationToken);
            if (wrong.Good || !right.Good)
            {
                throw new EvaluationDataException(
                    $"The task \"{task.Request}\" no longer fits the server: the wrong way {Ended(wrong.Good)}, the right way {Ended(right.Good)}.");
            }

            var body = new JsonObject { ["workspace_id"] = Workspace, ["trajectories"] = new JsonArray(wrong.Run, right.Run) };
            var answer = await client.DemandAsync(ApiCall.Post("/summary_task_memory", body.ToJsonString()), cancellationToken);
            await DropFailuresAsync(answer.Body!.Value, cancellationToken);
        }
    }

    private static string Ended(bool good) => good ? "worked" : "failed";

    private async Task<(JsonObject Run, bool Good)> TryAsync(ApiTask task, IReadOnlyList<ApiCall> calls, CancellationToken cancellationToken)
    {
        string? memory = null;
        foreach (var call in task.Before)
        {
            memory = (await client.DemandAsync(call.At(Demo, memory), cancellationToken)).MemoryId ?? memory;
        }

        var messages = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = task.Request });
        var good = true;
        foreach (var call in calls)
        {
            var answer = await client.SendAsync(call.At(Demo, memory), cancellationToken);
            memory = answer.MemoryId ?? memory;
            good &= answer.IsGood;
            messages.Add(new JsonObject
            {
                ["role"] = "assistant",
                ["tool_calls"] = new JsonArray(new JsonObject { ["name"] = $"{call.Method} {call.Path}", ["arguments"] = call.Body ?? "" }),
            });
            messages.Add(new JsonObject { ["role"] = "tool", ["content"] = answer.ToString() });
        }

        await client.SendAsync(ApiCall.Delete($"/v1/workspaces/{Demo}"), cancellationToken);
        return (new JsonObject { ["task_id"] = task.Request, ["score"] = good ? 1 : 0, ["messages"] = messages }, good);
    }

    // What worked tells what did not beside it; alone, the failure would stand in the way of a search.
    private async Task DropFailuresAsync(JsonElement answer, CancellationToken cancellationToken)
    {
        var failures = answer.GetProperty("metadata").GetProperty("memory_list").EnumerateArray()
            .Where(memory => memory.GetProperty("metadata").GetProperty("outcome").ValueEquals("failure"))
            .Select(memory => (JsonNode?)memory.GetProperty("memory_id").GetString());
        var body = new JsonObject { ["workspace_id"] = Workspace, ["action"] = "delete_ids", ["memory_ids"] = new JsonArray([.. failures]) };
        await client.DemandAsync(ApiCall.Post("/vector_store", body.ToJsonString()), cancellationToken);
    }
}
