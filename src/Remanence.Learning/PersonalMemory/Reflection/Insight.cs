using Remanence.Memories;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>What was concluded about one subject.</summary>
/// <param name="Subject">The subject's name.</param>
/// <param name="Text">The conclusion as a sentence.</param>
/// <param name="From">The observations that it is drawn from.</param>
/// <param name="Author">The model, or <see cref="Memory.Verbatim"/> for rules.</param>
internal sealed record Insight(string Subject, string Text, IReadOnlyList<Memory> From, string Author)
{
    /// <summary>The relation of an insight to the observations behind it.</summary>
    public const string DrawnFrom = "drawn_from";

    private const int MaxLinks = 50;

    public static string SubjectOf(Memory memory) => memory.State?.Insight?.Subject ?? string.Empty;

    /// <summary>Ids of the observations behind an insight.</summary>
    public static IEnumerable<string> FactsOf(Memory insight) => insight.Links.Where(link => link.Relation == DrawnFrom).Select(link => link.MemoryId);

    /// <summary>The insight, no longer believed until it is drawn anew.</summary>
    public static Memory Withdraw(Memory insight) =>
        new(insight) { Status = MemoryStatus.Expired, State = Marked(insight.State, withdrawn: true) };

    public static bool IsWithdrawn(Memory insight) => insight is { Status: MemoryStatus.Expired, State.Insight.Withdrawn: true };

    /// <summary>A new memory, or the stored one with what was found now.</summary>
    /// <param name="stored">The insight about the subject that is stored.</param>
    /// <param name="standing">All facts that still hold, by their ids.</param>
    /// <param name="scope">Whose.</param>
    /// <param name="now">The present.</param>
    public Memory ToMemory(Memory? stored, IReadOnlyDictionary<string, Memory> standing, Scope scope, DateTimeOffset now)
    {
        var memory =
            stored
            ?? new Memory
            {
                Id = Identifiers.From("insight", scope.Workspace, scope.User, scope.Agent, scope.Session, Facts.FactText.Normal(Subject)),
                Scope = scope,
                Kind = MemoryKinds.Insight,
                Content = Text,
                ObservedAt = now,
                RecordedAt = now,
                UpdatedAt = now,
                Trigger = Subject,
                Keywords = [Subject],
                State = new MemoryState { Insight = new InsightState { Subject = Subject } },
            };
        var from = FactsOf(memory)
            .Where(standing.ContainsKey)
            .Select(id => standing[id])
            .Concat(From)
            .DistinctBy(fact => fact.Id, StringComparer.Ordinal)
            .ToList();
        return new Memory(memory)
        {
            Content = Text,
            Author = Author,
            Status = MemoryStatus.Active,
            State = Marked(memory.State, withdrawn: false),
            ObservedAt = from.Select(observation => observation.ObservedAt).DefaultIfEmpty(memory.ObservedAt).Max(),
            Sources = [.. from.SelectMany(observation => observation.Sources).Distinct().TakeLast(MaxLinks)],
            Links =
            [
                .. memory.Links.Where(link => link.Relation != DrawnFrom),
                .. from.Select(observation => new MemoryLink(observation.Id, DrawnFrom)).TakeLast(MaxLinks),
            ],
        };
    }

    private static MemoryState Marked(MemoryState? state, bool withdrawn)
    {
        var kept = state ?? new MemoryState();
        return kept with { Insight = (kept.Insight ?? new InsightState()) with { Withdrawn = withdrawn } };
    }
}
