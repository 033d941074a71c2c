using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players.Experience;

/// <summary>
/// Reads what texts say about one map. A mention is about the map named last before it, or, where none is, the first one named after it; what names no map is
/// about none. A run's outcome stands behind its moves, or before them in a text that begins with an outcome.
/// </summary>
internal static class ExperienceReader
{
    /// <summary>Reads the texts.</summary>
    /// <param name="texts">Memories and guidance, as the service returned them.</param>
    /// <param name="rows">The map.</param>
    /// <param name="rules">What the player knows of the ice and the end of runs.</param>
    public static LakeExperience Read(IEnumerable<string> texts, IReadOnlyList<string> rows, LakeRules rules)
    {
        IReadOnlyList<LakeAction>? path = null;
        var holes = new HashSet<LakeCell>();
        foreach (var text in texts)
        {
            var mentions = MentionReader.Read(text);
            for (var i = 0; i < mentions.Count; i++)
            {
                if (!IsAbout(mentions, i, rows))
                {
                    continue;
                }

                if (mentions[i] is Mention.Hole hole)
                {
                    Add(holes, hole.Cell, rows.Count);
                }
                else if (mentions[i] is Mention.Actions { Whole: true } run && !rules.Slippery && Outcome(mentions, i) is { } success)
                {
                    // On slippery ice a list of moves says neither where they led nor what they would lead to next time.
                    if (success && (path is null || run.Moves.Count < path.Count))
                    {
                        path = run.Moves;
                    }
                    else if (!success && run.Moves.Count < rules.MaxSteps)
                    {
                        // A failed run that ended early ended in a hole: where its moves led.
                        Add(holes, run.Moves.Aggregate(LakeCell.Start, (cell, move) => cell.Move(move, rows.Count)), rows.Count);
                    }
                }
            }
        }

        return new LakeExperience(path, holes);
    }

    private static bool IsAbout(IReadOnlyList<Mention> mentions, int index, IReadOnlyList<string> rows)
    {
        var map = mentions.Take(index).OfType<Mention.Map>().LastOrDefault() ?? mentions.OfType<Mention.Map>().FirstOrDefault();
        return map is not null && map.Rows.SequenceEqual(rows, StringComparer.Ordinal);
    }

    private static bool? Outcome(IReadOnlyList<Mention> mentions, int index)
    {
        var after = mentions.Skip(index + 1).TakeWhile(mention => mention is not Mention.Actions).OfType<Mention.Outcome>().FirstOrDefault();
        var before = mentions.Take(index).Reverse().TakeWhile(mention => mention is not Mention.Actions).OfType<Mention.Outcome>().FirstOrDefault();
        var comesFirst = mentions.FirstOrDefault(mention => mention is Mention.Outcome or Mention.Actions) is Mention.Outcome;
        return (comesFirst ? before ?? after : after ?? before)?.Success;
    }

    private static void Add(HashSet<LakeCell> holes, LakeCell cell, int size)
    {
        if (cell is { Row: >= 0, Column: >= 0 } && cell.Row < size && cell.Column < size)
        {
            holes.Add(cell);
        }
    }
}
