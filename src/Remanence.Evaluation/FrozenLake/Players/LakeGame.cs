using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players;

/// <summary>Plays one run to its end.</summary>
internal static class LakeGame
{
    /// <summary>Plays a run.</summary>
    /// <param name="conversation">How it begins; the run is added to it.</param>
    /// <param name="player">Who plays.</param>
    /// <param name="chance">Names the run's chance: where the ice carries, and which move stands in for one that cannot be read.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task PlayAsync(LakeConversation conversation, LakePlayer player, string chance, CancellationToken cancellationToken)
    {
        var lake = new Lake(conversation.Map, conversation.Rules.Slippery ? SeededRandom.Named(chance + "/ice") : null);
        var standIn = SeededRandom.Named(chance + "/stand-in");
        while (!conversation.IsOver)
        {
            var reply = await player.ReplyAsync(conversation.Messages, cancellationToken);
            var action = ActionParser.Parse(reply) ?? (LakeAction)standIn.Next(LakeActions.Count);
            var before = lake.Position;
            var reward = lake.Step(action);
            conversation.Add(new LakeStep
            {
                Step = conversation.Steps.Count + 1,
                State = Number(before, conversation.Map),
                Action = (int)action,
                ActionName = action.Name(),
                Reward = reward,
                NextState = Number(lake.Position, conversation.Map),
                Done = lake.IsOver,
                Reply = reply,
            });
        }
    }

    private static int Number(LakeCell cell, LakeMap map) => (cell.Row * map.Size) + cell.Column;
}
