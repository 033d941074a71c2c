using System.Globalization;
using System.Text;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.TaskMemory.Experience;

/// <summary>
/// Experience without a model: what was asked, what was done, how it ended, and what a better and a worse run did otherwise. The same run always gives the same
/// memory; runs that did the same with the same end share one.
/// </summary>
internal static class ExperienceWriter
{
    private const int MaxTrigger = 500;
    private const int MaxRequest = 4_000;
    private const int MaxActions = 4_000;
    private const int MaxObservation = 300;
    private const int MaxActionCount = 300;

    /// <summary>One memory for every request, course of action and outcome. Of runs that differ in their outcome alone the last counts.</summary>
    /// <param name="scope">Where they go.</param>
    /// <param name="runs">The runs, oldest first.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<ExperienceDraft> Write(Scope scope, IReadOnlyList<TaskRun> runs, DateTimeOffset now)
    {
        var differences = Differences(runs);
        var drafts = new OrderedDictionary<string, ExperienceDraft>(StringComparer.Ordinal);
        foreach (var course in runs.GroupBy(run => CourseOf(scope, run), StringComparer.Ordinal))
        {
            var last = course.Last();
            var same = course.Where(run => run.Outcome == last.Outcome).ToList();
            var difference = same.Select(run => differences.GetValueOrDefault(run)).FirstOrDefault(text => text is not null);
            drafts.Add(
                course.Key,
                new ExperienceDraft(
                    ToMemory(scope, course.Key, last, difference, now),
                    course.Key,
                    last.Outcome,
                    difference is not null,
                    [.. same.Select(run => run.Fingerprint)]));
        }

        return [.. drafts.Values];
    }

    /// <summary>The id of the memory of a course of action with an outcome.</summary>
    public static string IdOf(string course, Outcome outcome) => Identifiers.From("experience", course, outcome.ToString());

    private static string CourseOf(Scope scope, TaskRun run)
    {
        var deeds = run.Steps.Count > 0 ? string.Join('\n', run.Actions) : run.Answer;
        return Identifiers.From(scope.Workspace, scope.User, scope.Agent, scope.Session, ShortText.OneLine(run.Request, int.MaxValue - 1), deeds);
    }

    private static Dictionary<TaskRun, string> Differences(IReadOnlyList<TaskRun> runs)
    {
        var differences = new Dictionary<TaskRun, string>();
        foreach (var (best, worst) in TaskRuns.Contrasts(runs))
        {
            var words = ExperienceWords.For(best.Request);
            if (Contrast.Describe(best, worst, isBetter: true, words) is { } better)
            {
                differences[best] = better;
                differences[worst] = Contrast.Describe(worst, best, isBetter: false, words)!;
            }
        }

        return differences;
    }

    private static Memory ToMemory(Scope scope, string course, TaskRun run, string? difference, DateTimeOffset now) => new()
    {
        Id = IdOf(course, run.Outcome),
        Scope = scope,
        Kind = MemoryKinds.Task,
        Trigger = ShortText.OneLine(run.Request, MaxTrigger),
        Content = Content(run, difference),
        Metadata = Metadata(run),
        ObservedAt = run.Trajectory.Messages.LastOrDefault(message => message.Time is not null)?.Time ?? now,
        RecordedAt = now,
        UpdatedAt = now,
    };

    private static string Content(TaskRun run, string? difference)
    {
        var words = ExperienceWords.For(run.Request);
        var text = new StringBuilder().Append(words.Request).Append(ShortText.CutMiddle(run.Request, MaxRequest));
        Line(words.Actions, Actions(run, words));
        Line(words.Outcome, words.Name(run.Outcome));
        Line(words.Tools, string.Join(words.Separator, run.Tools));
        Line(words.Answer, run.Steps.Count == 0 ? run.Answer : "");
        Line(words.Observation, Observation(run));
        Line(words.Differs, difference ?? "");
        return text.ToString();

        void Line(string label, string value)
        {
            if (value.Length > 0)
            {
                text.Append('\n').Append(label).Append(value);
            }
        }
    }

    private static string Actions(TaskRun run, ExperienceWords words)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < run.Steps.Count; i++)
        {
            var action = run.Steps[i].Action;
            if (i == MaxActionCount || shown.Length + action.Length > MaxActions)
            {
                return shown.Append(' ').AppendFormat(CultureInfo.InvariantCulture, words.More, run.Steps.Count - i).ToString();
            }

            shown.Append(i == 0 ? "" : words.Separator).Append(action);
        }

        return shown.ToString();
    }

    // How a success ended says little; how a failure did is what to look out for.
    private static string Observation(TaskRun run)
    {
        var seen = run.Steps.LastOrDefault(step => step.Observation.Length > 0)?.Observation;
        return run.Outcome == Outcome.Success || seen is null ? "" : ShortText.CutMiddle(ShortText.OneLine(seen, int.MaxValue - 1), MaxObservation);
    }

    private static JsonElement Metadata(TaskRun run)
    {
        var members = new List<KeyValuePair<string, JsonElement>>
        {
            new("outcome", JsonBuild.Text(run.Outcome.ToString().ToLowerInvariant())),
            new("steps", JsonBuild.Number(run.Steps.Count)),
        };
        if (run.Trajectory.TaskId.Length > 0)
        {
            members.Insert(0, new("task_id", JsonBuild.Text(ShortText.Cut(run.Trajectory.TaskId, MaxTrigger))));
        }

        if (run.Trajectory.Score is { } score)
        {
            members.Add(new("run_score", JsonBuild.Number(score)));
        }

        if (run.Tools.Count > 0)
        {
            members.Add(new("tools_used", JsonBuild.Array(run.Tools.Take(50))));
        }

        return JsonBuild.Object(members);
    }
}
