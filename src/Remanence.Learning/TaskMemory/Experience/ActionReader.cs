using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Experience;

/// <summary>
/// What an agent did in a run: the tools it called; else the decision that its message ends with, JSON such as <c>{"action":"2"}</c>; else the code that it
/// wrote.
/// </summary>
internal static partial class ActionReader
{
    private const int MaxArguments = 80;
    private const int MaxCode = 80;
    private const int MaxDecision = 2_000;
    private const int MaxBraces = 8;

    public static IReadOnlyList<ActionStep> Read(IReadOnlyList<TrajectoryMessage> messages)
    {
        var steps = new List<ActionStep>();
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            if (!message.IsAssistant)
            {
                continue;
            }

            if (message.ToolCalls.Count > 0)
            {
                var answers = new ToolAnswers(Following(messages, i));
                steps.AddRange(message.ToolCalls.Select((call, order) => new ActionStep(Describe(call), call.Name, answers.To(call, order))));
            }
            else if ((Decision(message.Content) ?? Code(message.Content)) is { } action)
            {
                steps.Add(new ActionStep(action, null, Following(messages, i).FirstOrDefault()?.Content ?? ""));
            }
        }

        return steps;
    }

    private static string Describe(ToolCall call) => $"{call.Name}({Arguments(call.Arguments)})";

    // {"town": "Rome", "page": 1} reads as town=Rome, page=1.
    private static string Arguments(string arguments)
    {
        if (arguments.Length == 0)
        {
            return "";
        }

        var json = TryParse(arguments);
        var text = json is { ValueKind: JsonValueKind.Object } values
            ? string.Join(", ", values.EnumerateObject().Select(member => $"{member.Name}={JsonMembers.AnyText(member.Value, "arguments")}"))
            : arguments;
        return ShortText.OneLine(text, MaxArguments);
    }

    private static string? Decision(string content)
    {
        var text = content.AsSpan().TrimEnd().TrimEnd('`').TrimEnd();
        if (text.IsEmpty || text[^1] != '}')
        {
            return null;
        }

        // From the last brace that opens back to one with which the end makes an object.
        var tail = text[Math.Max(text.Length - MaxDecision, 0)..].ToString();
        var braces = 0;
        for (var open = tail.LastIndexOf('{'); open >= 0 && braces < MaxBraces; open = open == 0 ? -1 : tail.LastIndexOf('{', open - 1))
        {
            braces++;
            if (TryParse(tail[open..]) is { ValueKind: JsonValueKind.Object } decision)
            {
                return Describe(decision);
            }
        }

        return null;
    }

    private static string? Describe(JsonElement decision)
    {
        var members = decision.EnumerateObject().Select(member => (member.Name, Value: JsonMembers.AnyText(member.Value, "action"))).ToList();
        var action = members.Find(member => member.Name.Equals("action", StringComparison.OrdinalIgnoreCase));
        var others = string.Join(", ", members.Where(member => member != action).Select(member => $"{member.Name}={member.Value}"));
        var text = action.Name is null ? others : others.Length == 0 ? action.Value : $"{action.Value}({others})";
        return text.Length == 0 ? null : ShortText.OneLine(text, MaxArguments);
    }

    private static string? Code(string content)
    {
        if (CodeBlock().Match(content) is not { Success: true } block)
        {
            return null;
        }

        var line = block.Groups["code"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault(IsCode);
        return line is null ? null : ShortText.OneLine(line, MaxCode);
    }

    private static bool IsCode(string line) => line[0] != '#' && !line.StartsWith("//", StringComparison.Ordinal);

    private static IEnumerable<TrajectoryMessage> Following(IReadOnlyList<TrajectoryMessage> messages, int at) =>
        messages.Skip(at + 1).TakeWhile(message => !message.IsAssistant).Where(message => !message.IsSystem);

    private static JsonElement? TryParse(string text)
    {
        try
        {
            var json = LenientJson.Parse(text);

            // Half a surrogate pair shows itself only when it is read.
            PythonJson.Write(json);
            return json;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"```[A-Za-z0-9+#]*\s*\n(?<code>[\s\S]*?)```", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodeBlock();
}
