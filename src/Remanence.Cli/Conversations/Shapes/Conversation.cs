using Remanence.Messages;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>What a file holds.</summary>
/// <param name="Messages">The messages, in their order.</param>
/// <param name="Notes">What whoever gave the file should know about how it was read.</param>
internal sealed record Conversation(IReadOnlyList<Message> Messages, params IReadOnlyList<string> Notes)
{
    /// <summary>The name under which the user speaks, where the file itself says so.</summary>
    public string? User { get; init; }
}
