using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>What the player is told. The words are this project's own; the protocol is ReMe's.</summary>
internal static class LakeTexts
{
    public const string Acknowledgement = "Thank you. I will use what fits this map and leave the rest.";

    public static string System(LakeRules rules) =>
        $$"""
        You cross a frozen lake, from the start S to the goal G.
        The lake is a square grid. F is ice that carries you. H is a hole: whoever steps on one falls in, and the run is lost. Who steps on G has won.
        Each turn you see the grid; your own cell stands in [ ]. You answer with one move:
        0 = left, 1 = down, 2 = right, 3 = up.
        A move against the edge leaves you where you are. {{Ice(rules)}}
        The reward is 1 for reaching G and 0 for all else. A run ends at G, in a hole, or after {{rules.MaxSteps}} moves.
        Think first; then end your answer with the move, in exactly this form: {"action":"<0-3>"}
        """;

    public static string Memory(string experience) =>
        $"Notes from earlier runs, which may be of this map or of others:\n\n{experience}";

    /// <summary>The task in words: what the memory is asked with, and what a trajectory is said to be about.</summary>
    public static string Task(LakeMap map, LakeRules rules) =>
        $"FrozenLake {map.Size}x{map.Size}, {(rules.Slippery ? "slippery" : "not slippery")}: walk from S to G without falling into a hole (H).\n"
        + $"Map:\n{string.Join('\n', map.Rows)}";

    public static string Start(LakeMap map, LakeRules rules) =>
        $"{Task(map, rules)}\n\nYou stand here:\n{LakeGrid.Render(map, LakeCell.Start)}\n\nWhich move do you make?";

    /// <summary>What a move led to; at the end, also the whole run in two lines that say how it went.</summary>
    public static string Echo(LakeMap map, LakeRules rules, IReadOnlyList<LakeStep> steps)
    {
        var step = steps[^1];
        var position = new LakeCell(step.NextState / map.Size, step.NextState % map.Size);
        var random = ActionParser.Parse(step.Reply) is null ? "The answer named no move, so a random one was made. " : string.Empty;
        var text = $"{random}Step {step.Step} of {rules.MaxSteps}: {step.ActionName}. Reward: {step.Reward:0}.\n{LakeGrid.Render(map, position)}\n\n";
        if (!step.Done && step.Step < rules.MaxSteps)
        {
            return text + "Which move do you make?";
        }

        var actions = string.Join(", ", steps.Select(each => each.ActionName));
        return text + $"The run is over.\nactions: {actions}\noutcome: {Outcome(map[position], position, rules)}";
    }

    private static string Outcome(char cell, LakeCell position, LakeRules rules) => cell switch
    {
        LakeMap.GoalCell => "success (reached the goal)",
        LakeMap.HoleCell => $"failure (fell into the hole at row {position.Row + 1}, column {position.Column + 1})",
        _ => $"failure (not at the goal after {rules.MaxSteps} moves)",
    };

    private static string Ice(LakeRules rules) => rules.Slippery
        ? "The ice is slippery: a move goes where you mean it to in one case of three, and to each of the two sides of it in one case of three "
            + "(who means right may slide right, up or down). It never goes backwards."
        : "The ice is not slippery: a move goes where you mean it to.";
}
