using Microsoft.Extensions.AI;
using Remanence.Messages;

namespace Remanence.Chat;

/// <summary>A question on its way.</summary>
internal sealed class ChatTurn
{
    public required string Id { get; init; }

    /// <summary>What the user said, as it is stored.</summary>
    public required Message Question { get; init; }

    public required Recollection Recollection { get; init; }

    public required bool Remember { get; init; }

    /// <summary>What the model is sent.</summary>
    public required IReadOnlyList<ChatMessage> Prompt { get; init; }

    public ChatOptions? Settings { get; init; }
}
