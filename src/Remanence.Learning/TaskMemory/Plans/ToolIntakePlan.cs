using System.Globalization;
using System.Text;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Stores.Filters;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.Plans;

/// <summary>Takes calls into the memories of their tools.</summary>
/// <param name="calls">Complete and evaluated calls.</param>
/// <param name="given">How many calls came, usable or not.</param>
/// <param name="keep">How many calls a tool keeps.</param>
internal sealed class ToolIntakePlan(IReadOnlyList<ToolCallResult> calls, int given, int keep) : StorePlan
{
    private const int Recent = 3;
    private ToolIntakeReport _report = new([]);

    public override string Actor => "add_tool_call_result";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await memories.ListAsync(scope, new MemoryFilter.Kind([MemoryKinds.Tool]), cancellationToken).ToListAsync(cancellationToken);
        var (edits, report) = ToolCallIntake.Add(scope, calls, stored, keep, now);
        edits.Standing.AddRange(report.Tools.Select(tool => tool.Memory));
        _report = report;
        return edits;
    }

    public override void Report(MemoryEdits edits, FlowResponse response, AnswerForm form)
    {
        response.Metadata["validation_stats"] = Stats(("total_input", given), ("valid", calls.Count), ("filtered", given - calls.Count)).ToNode();
        response.Metadata["deduplication_stats"] = Stats(("total_new", _report.Total), ("deduplicated", _report.Duplicates), ("added", _report.Added)).ToNode();
        response.Answer = Text();
    }

    private static System.Text.Json.JsonElement Stats(params (string Name, int Value)[] stats) =>
        JsonBuild.Object(stats.Select(stat => KeyValuePair.Create(stat.Name, JsonBuild.Number(stat.Value))));

    private string Text()
    {
        var updated = _report.Tools.Count(tool => !tool.IsNew);
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{calls.Count} of {given} calls were usable, {_report.Added} of them new; {updated} tools updated, {_report.Tools.Count - updated} new.");
        foreach (var tool in _report.Tools)
        {
            var all = ToolMemories.CallsOf(tool.Memory);
            var last = ToolStatistics.Of(all, Recent);
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n- {tool.Tool}: {all.Count} calls, {tool.Added} added; of the last {last.Calls}, {last.SuccessRate:P0} succeeded, average score "
                + $"{last.AverageScore:0.###}");
        }

        return text.ToString();
    }
}
