using Remanence.Editing;
using Remanence.Flows;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.TaskMemory.Deduplication;
using Remanence.TaskMemory.Experience;

namespace Remanence.TaskMemory.Plans;

/// <summary>Stores what was learnt: experience written by rules, and lessons that a model wrote.</summary>
/// <param name="drafts">Experience by rules.</param>
/// <param name="findings">Lessons, each with what it is to those stored.</param>
internal sealed class ExperiencePlan(IReadOnlyList<ExperienceDraft> drafts, IReadOnlyList<DuplicateFinding> findings) : StorePlan
{
    private const int NearEnough = 5;

    public override string Actor => "summary_task_memory";

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await memories.GetAsync(scope, ExperienceReconciler.IdsOf(drafts), cancellationToken);
        var edits = ExperienceReconciler.Reconcile(drafts, stored, now);
        var current = new List<DuplicateFinding>(findings.Count);
        foreach (var finding in findings)
        {
            current.Add(await RefreshAsync(finding, memories, scope, cancellationToken));
        }

        var ids = current.SelectMany(finding => (string?[])[finding.Candidate.Id, finding.Other?.Id]).OfType<string>();
        FindingEdits.AddTo(edits, current, await memories.GetAsync(scope, ids, cancellationToken), now);
        return edits;
    }

    public override void Report(MemoryEdits edits, FlowResponse response, AnswerForm form) =>
        response.Answer = form.Text(JsonBuild.Array(edits.Held.Select(memory => form.Write(memory))));

    // Between the judging and now another request may have stored the same words.
    private static async Task<DuplicateFinding> RefreshAsync(DuplicateFinding finding, MemoryAccess memories, Scope scope, CancellationToken cancellationToken)
    {
        if (finding.Verdict != Verdict.Different)
        {
            return finding;
        }

        var near = await memories.SearchAsync(scope, LessonText.SearchText(finding.Candidate), NearEnough, [MemoryKinds.Task], cancellationToken);
        return near.FirstOrDefault(found => Similarity.AreEqual(found.Memory, finding.Candidate)) is { } equal
            ? new DuplicateFinding(finding.Candidate, Verdict.Same, equal.Memory)
            : finding;
    }
}
