using System.Globalization;
using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.PersonalMemory.Replies;

namespace Remanence.PersonalMemory.Operators;

/// <summary>Has a model compare facts that are near each other and that rules cannot tell apart. Without a model it finds nothing.</summary>
internal sealed class RelationJudge(MemoryAccess memories, PromptedModel model, bool enabled, int near, int maxCount)
{
    /// <summary>The prompts of every operator that judges.</summary>
    public const string PromptFile = "contra_repeat";

    private const int MaxShown = 500;
    private readonly Prompt _prompt = model.Prompt("compare", "facts", "count");

    /// <param name="context">The run.</param>
    /// <param name="facts">New facts.</param>
    /// <param name="more">Stored facts to compare them with besides the nearest.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="ModelException">The model is away: what it would have found is not guessed.</exception>
    public async Task<Judged> JudgeAsync(FlowContext context, IReadOnlyList<Memory> facts, IReadOnlyList<Memory> more, CancellationToken cancellationToken)
    {
        if (!enabled || model.Client is null || facts.Count == 0)
        {
            return new Judged();
        }

        // Read before the search: what comes between is judged when the plan is made.
        var (person, language) = (context.Scope.ToPerson(), context.Language);
        var seen = await memories.OwnAsync(person, ReconcilePlan.Facts, cancellationToken).ToListAsync(cancellationToken);
        var findings = await FindAsync(person, language, facts, others => others.Concat(more).Concat(facts), cancellationToken);
        return new Judged(findings, seen, AskAgainAsync);

        Task<IReadOnlyList<RelationFinding>> AskAgainAsync(IReadOnlyList<Memory> again, IReadOnlyList<Memory> news, CancellationToken token)
        {
            var ids = news.Select(memory => memory.Id).ToHashSet(StringComparer.Ordinal);
            return FindAsync(person, language, again, others => others.Where(other => ids.Contains(other.Id)), token);
        }
    }

    private async Task<IReadOnlyList<RelationFinding>> FindAsync(
        Scope person, string? language, IReadOnlyList<Memory> facts, Func<IEnumerable<Memory>, IEnumerable<Memory>> select, CancellationToken cancellationToken)
    {
        var others = new Dictionary<string, Memory>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var nearest = await memories.SearchAsync(person, fact.Content, near, [MemoryKinds.Observation], cancellationToken);
            var candidates = select(nearest.Select(found => found.Memory))
                .Where(other => other.Id != fact.Id && other.Scope == person && other.Status == MemoryStatus.Active);
            foreach (var other in candidates.Where(other => RelationRules.Between(fact, other) is null))
            {
                others[other.Id] = other;
                open.Add(fact.Id);
            }
        }

        var asked = facts.Where(fact => open.Contains(fact.Id)).Concat(others.Values).DistinctBy(memory => memory.Id, StringComparer.Ordinal)
            .Order(Standing.Said).ToList();
        var parts = await Task.WhenAll(asked.Chunk(maxCount).Where(part => part.Length > 1).Select(part => CompareAsync(language, part, cancellationToken)));
        return [.. parts.SelectMany(part => part)];
    }

    private async Task<IEnumerable<RelationFinding>> CompareAsync(string? asked, Memory[] facts, CancellationToken cancellationToken)
    {
        var list = string.Join(
            '\n',
            facts.Select(
                (fact, i) =>
                    string.Create(CultureInfo.InvariantCulture, $"[{i}] ({fact.ObservedAt:yyyy-MM-dd HH:mm}) {ShortText.OneLine(fact.Content, MaxShown)}")));
        var values = new PromptValues().Data("facts", list).Text("count", facts.Length.ToString(CultureInfo.InvariantCulture));
        var language = PromptedModel.LanguageOf(asked, facts.Select(fact => fact.Content));
        try
        {
            var reply = await model.AskAsync(_prompt, language, values, PersonalMemoryJson.Default.RelationsReply, cancellationToken);
            return reply.Relations.Select(relation => Read(relation, facts)).OfType<RelationFinding>();
        }
        catch (ModelException exception) when (exception.Failure == ModelFailure.BadReply)
        {
            // A fact too many can be settled at the next reflection; one that was thrown away cannot be had again.
            return [];
        }
    }

    private static RelationFinding? Read(RelationReply reply, Memory[] facts)
    {
        if (reply.First == reply.Second || reply.First < 0 || reply.Second < 0 || reply.First >= facts.Length || reply.Second >= facts.Length)
        {
            return null;
        }

        Relation? relation = reply.Relation.Trim().ToUpperInvariant() switch
        {
            "SAME" or "REPEATED" or "相同" or "重复" => Relation.Same,
            "MORE" or "CONTAINS" or "包含" => Relation.More,
            "LESS" or "CONTAINED" or "被包含" => Relation.Less,
            "AGAINST" or "CONTRADICTION" or "CONTRADICTS" or "REPLACES" or "矛盾" => Relation.Against,
            _ => null,
        };
        var text = string.IsNullOrWhiteSpace(reply.Text) ? null : ShortText.OneLine(reply.Text.Trim(), 1_000);
        return relation is { } found ? new RelationFinding(facts[reply.First].Id, facts[reply.Second].Id, found, text, ShortReason(reply.Reason)) : null;
    }

    private static string? ShortReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : ShortText.OneLine(reason.Trim(), 200);
}
