using System.Text;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>retrieve_tool_memory</c>: the guides of tools, by their names.</summary>
internal sealed class ToolRetrievalOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public override OperatorSlots Slots { get; } = new() { Required = [TaskSlots.ToolNames] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        MarkMode(context, inferred: false);
        var tools = await ToolLookup.FindAsync(context, Memories, cancellationToken);
        if (tools.Count == 0)
        {
            return;
        }

        var text = new StringBuilder().Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Memories of {tools.Count} tool{(tools.Count == 1 ? "" : "s")}:\n");
        foreach (var (i, tool) in tools.Index())
        {
            text.Append(i == 0 ? "\n" : "\n\n---\n\n")
                .Append("Tool: ")
                .Append(InertText.Line(ToolMemories.NameOf(tool)))
                .Append('\n')
                .Append(InertText.Of(tool.Content));
        }

        // A guide that a model wrote, or an older version, may hold braces too.
        context.Response.Answer = JsonInWords.Of(text.ToString());
        context.Response.Metadata["memory_list"] = JsonBuild.Array(tools.Select(tool => Form.Write(tool))).ToNode();
    }
}
