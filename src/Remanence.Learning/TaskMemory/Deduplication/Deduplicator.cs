using Remanence.Memories;

namespace Remanence.TaskMemory.Deduplication;

/// <summary>Finds what a new memory is to those that are stored, and to those that came before it in the same request.</summary>
/// <param name="similarity">How alike memories are.</param>
/// <param name="threshold">From this similarity on two are near, 0 to 1.</param>
/// <param name="judge">Judges those that are near; null: near is the same.</param>
internal sealed class Deduplicator(Similarity similarity, double threshold, VerdictFunction? judge)
{
    // What a model can weigh at once.
    private const int MaxJudged = 4;

    /// <param name="candidates">The new memories, in order.</param>
    /// <param name="findNearAsync">Stored memories that may be near one.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>One a candidate.</returns>
    public async Task<IReadOnlyList<DuplicateFinding>> FindAsync(
        IReadOnlyList<Memory> candidates, Func<Memory, CancellationToken, Task<IReadOnlyList<Memory>>> findNearAsync, CancellationToken cancellationToken)
    {
        var findings = await Task.WhenAll(candidates.Select(async (candidate, i) =>
        {
            var stored = await findNearAsync(candidate, cancellationToken);
            return await JudgeAsync(candidate, [.. stored, .. candidates.Take(i)], cancellationToken);
        }));
        return Follow(findings);
    }

    private async Task<DuplicateFinding> JudgeAsync(Memory candidate, IReadOnlyList<Memory> others, CancellationToken cancellationToken)
    {
        if (others.FirstOrDefault(other => other.Id == candidate.Id || Similarity.AreEqual(candidate, other)) is { } equal)
        {
            return new DuplicateFinding(candidate, Verdict.Same, equal);
        }

        Memory[] near =
        [
            .. others.Select(other => (Memory: other, Similarity: similarity.Of(candidate, other)))
                .Where(other => other.Similarity >= threshold)
                .OrderByDescending(other => other.Similarity)
                .Take(MaxJudged)
                .Select(other => other.Memory),
        ];
        if (near.Length == 0)
        {
            return new DuplicateFinding(candidate, Verdict.Different, null);
        }

        var verdicts = judge is null ? [Verdict.Same] : await judge(candidate, near, cancellationToken);
        var first = verdicts.Index().FirstOrDefault(verdict => verdict.Item != Verdict.Different && verdict.Index < near.Length);
        return first.Item == Verdict.Different
            ? new DuplicateFinding(candidate, Verdict.Different, null)
            : new DuplicateFinding(candidate, first.Item, near[first.Index]);
    }

    // What equals a candidate that itself equals a stored one, equals that.
    private static DuplicateFinding[] Follow(DuplicateFinding[] findings)
    {
        var same = findings
            .Where(finding => finding.Verdict == Verdict.Same)
            .ToDictionary(finding => finding.Candidate.Id, finding => finding.Other!, StringComparer.Ordinal);
        for (var i = 0; i < findings.Length; i++)
        {
            var other = findings[i].Other;
            for (var hops = 0; hops < findings.Length && other is not null && same.TryGetValue(other.Id, out var further) && further.Id != other.Id; hops++)
            {
                other = further;
            }

            findings[i] = findings[i] with { Other = other };
        }

        return findings;
    }
}
