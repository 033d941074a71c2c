using System.Globalization;
using System.Text.Json;

namespace Remanence.Evaluation.PassK;

/// <summary>
/// Reads one run from a row. The reward is the first of <c>reward</c>, <c>after_score</c> (AppWorld), <c>score</c>, <c>success</c> and <c>task_completed</c>
/// that the row has: AppWorld's and BFCL's agents set the last when they have stopped, whether or not the task is solved.
/// </summary>
internal static class RunRowReader
{
    private static readonly string[] TaskNames = ["task_id", "id"];
    private static readonly string[] RewardNames = ["reward", "after_score", "score", "success", "task_completed"];

    /// <summary>Reads a row.</summary>
    /// <exception cref="FormatException">It is no run, for the reason in the message.</exception>
    public static (string Experiment, RunResult Run) Read(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"a row is an object, and this is {Kind(row)}");
        }

        var task = TaskNames.Select(name => row.Text(name)).FirstOrDefault(text => !string.IsNullOrEmpty(text))
            ?? throw new FormatException("it has no task_id");
        return (row.Text("experiment_name") ?? string.Empty, new RunResult(task, Reward(row)));
    }

    private static double Reward(JsonElement row)
    {
        foreach (var name in RewardNames)
        {
            if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            return value.ValueKind switch
            {
                JsonValueKind.True => 1,
                JsonValueKind.False => 0,
                JsonValueKind.Number => Finite(value.GetDouble(), name),
                JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Finite(
                    number,
                    name),
                _ => throw new FormatException($"its {name} is {Kind(value)}, not a number or true or false"),
            };
        }

        throw new FormatException($"it has none of {string.Join(", ", RewardNames)}");
    }

    private static double Finite(double number, string name) =>
        double.IsFinite(number) ? number : throw new FormatException($"its {name} is not a finite number");

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => value.GetRawText(),
    };
}
