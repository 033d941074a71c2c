using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Editing;
using Remanence.Memories;
using Remanence.Models.Prompts;

namespace Remanence.Tools;

/// <summary>Searches the memories of one scope.</summary>
internal sealed class SearchMemoryTool(MemoryAccess memories, Scope scope) : AIFunction
{
    private const int MaxResults = 20;
    private const int Results = 5;

    public override string Name => "search_memory";

    public override string Description => "Searches what is remembered: facts about people, earlier conversations, experience from earlier tasks.";

    public override JsonElement JsonSchema { get; } = JsonElement.Parse("""
        {
          "type": "object",
          "properties": {
            "query": {"type": "string", "description": "What to look for, in a few words or a question."},
            "top_k": {"type": "integer", "description": "At most so many memories, 1 to 20; 5 when not given."}
          },
          "required": ["query"]
        }
        """);

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var query = ToolArguments.RequiredText(arguments, "query");
        var topK = Math.Clamp(ToolArguments.Integer(arguments, "top_k") ?? Results, 1, MaxResults);
        return Show(await memories.SearchAsync(scope, query, topK, null, cancellationToken));
    }

    private string Show(IReadOnlyList<ScoredMemory> found)
    {
        if (found.Count == 0)
        {
            return "Nothing is remembered about this.";
        }

        var text = new StringBuilder();
        foreach (var (i, memory) in found.Select(scored => scored.Memory).Index())
        {
            text.Append(i == 0 ? "" : "\n").Append(CultureInfo.InvariantCulture, $"{i + 1}. [{memory.Kind}, {Shown(memory.ObservedAt):yyyy-MM-dd HH:mm:ss}] ")
                .Append(memory.Trigger is { Length: > 0 } when ? InertText.Line(when) + ": " : "").Append(InertText.Of(memory.Content));
        }

        return text.ToString();
    }

    // What was said at an offset of its own is shown as it was there.
    private DateTimeOffset Shown(DateTimeOffset time) => time.Offset == TimeSpan.Zero ? TimeZoneInfo.ConvertTime(time, memories.Time.LocalTimeZone) : time;
}
