using System.Text;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.Stores.History;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.Plans;

/// <summary>Gives tools their guides, and marks the calls that the guides know.</summary>
/// <param name="guides">The guides, those that stay included.</param>
internal sealed class ToolGuidePlan(IReadOnlyList<WrittenGuide> guides) : StorePlan
{
    public override string Actor => "summary_tool_memory";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edits = new MemoryEdits();
        var stored = await memories.GetAsync(scope, guides.Select(guide => guide.MemoryId), cancellationToken);
        foreach (var memory in stored)
        {
            var guide = guides.First(guide => guide.MemoryId == memory.Id);
            if (guide.Text is not { } text)
            {
                edits.Standing.Add(memory);
                continue;
            }

            // Calls that came while the guide was written wait for the next.
            var calls = ToolMemories.CallsOf(memory).Select(call => guide.Calls.Contains(call.CallHash) ? call with { IsSummarized = true } : call).ToList();
            edits.Update(ToolMemories.WithGuide(ToolMemories.WithCalls(memory, calls), text, guide.Author), memory, HistoryOperation.Updated, now);
        }

        return edits;
    }

    public override void Report(MemoryEdits edits, FlowResponse response, AnswerForm form)
    {
        var text = new StringBuilder();
        foreach (var memory in edits.Held)
        {
            text.Append(text.Length == 0 ? "" : "\n\n---\n\n")
                .Append("Tool: ")
                .Append(InertText.Line(ToolMemories.NameOf(memory)))
                .Append('\n')
                .Append(InertText.Of(memory.Content));
        }

        response.Answer = JsonInWords.Of(text.ToString());
    }
}
