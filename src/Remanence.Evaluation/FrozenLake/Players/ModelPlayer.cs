using Microsoft.Extensions.AI;
using Remanence.Evaluation.FrozenLake.Protocol;

namespace Remanence.Evaluation.FrozenLake.Players;

internal sealed class ModelPlayer(IChatClient client, ChatOptions options) : LakePlayer
{
    public override async Task<string> ReplyAsync(IReadOnlyList<LakeMessage> messages, CancellationToken cancellationToken)
    {
        var chat = messages.Select(message => new ChatMessage(new ChatRole(message.Role), message.Content));
        var response = await client.GetResponseAsync(chat, options.Clone(), cancellationToken);
        return response.Text;
    }
}
