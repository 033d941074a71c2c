using Remanence.Evaluation.FrozenLake.Players.Experience;
using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players;

/// <summary>
/// Walks at random, down and right more often than back, and does not look at what the cells are. From the grid it takes where it stands; the map's
/// rows serve only to tell which experience is about this map. A path that is said to have worked it follows; cells that are said to be holes it avoids.
/// </summary>
/// <param name="random">Its chance.</param>
/// <param name="texts">What the memory returned.</param>
internal sealed class ScriptedPlayer(SeededRandom random, IReadOnlyList<string> texts) : LakePlayer
{
    private LakeExperience? _experience;
    private LakeRules? _rules;
    private int _size;
    private int _turn;

    public override Task<string> ReplyAsync(IReadOnlyList<LakeMessage> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _experience ??= Learn(messages);
        var (action, reason) = Choose(LakeGrid.FindWalker(messages[^1].Content) ?? LakeCell.Start);
        _turn++;
        return Task.FromResult($$"""[scripted player] {{reason}} {"action":"{{(int)action}}"}""");
    }

    private (LakeAction Action, string Reason) Choose(LakeCell position)
    {
        if (_experience?.Path is { } path && _turn < path.Count)
        {
            return (path[_turn], "The memory knows a path over this map; I follow it.");
        }

        var risks = LakeActions.All.ToDictionary(action => action, action => Risk(position, action));
        var least = risks.Values.Min();
        var action = Draw([.. LakeActions.All.Where(action => risks[action] == least)]);
        return (action, least < risks.Values.Max() ? "The memory knows a hole beside me; I walk elsewhere." : "I walk at random.");
    }

    private int Risk(LakeCell position, LakeAction action)
    {
        IReadOnlyList<LakeAction> ways = _rules!.Slippery ? action.Slips() : [action];
        return ways.Count(way => _experience!.Holes.Contains(position.Move(way, _size)));
    }

    private LakeAction Draw(IReadOnlyList<LakeAction> actions)
    {
        var mark = random.Next(actions.Sum(Weight));
        return actions.First(action => (mark -= Weight(action)) < 0);
    }

    private LakeExperience Learn(IReadOnlyList<LakeMessage> messages)
    {
        var start = messages.Last(message => message.Role == LakeMessage.User).Content;
        var map = MentionReader.Read(start).OfType<Mention.Map>().First();
        _size = map.Rows.Count;
        _rules = new LakeRules(Slippery: !start.Contains("not slippery", StringComparison.Ordinal));
        return ExperienceReader.Read(texts, map.Rows, _rules);
    }

    private static int Weight(LakeAction action) => action is LakeAction.Down or LakeAction.Right ? 4 : 1;
}
