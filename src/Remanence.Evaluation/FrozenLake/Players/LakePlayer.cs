using Remanence.Evaluation.FrozenLake.Protocol;

namespace Remanence.Evaluation.FrozenLake.Players;

/// <summary>Plays one run. It is told nothing but the messages, and what the memory gave it at the start.</summary>
internal abstract class LakePlayer
{
    /// <summary>Answers the last message; the answer should end with a move.</summary>
    public abstract Task<string> ReplyAsync(IReadOnlyList<LakeMessage> messages, CancellationToken cancellationToken);
}
