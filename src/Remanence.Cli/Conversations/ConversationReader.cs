using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

/// <summary>
/// Reads messages from text whose shape shows in its content: a JSON array of messages, an object with <c>messages</c>, JSON lines, plain
/// lines <c>Name: text</c>, or else one text. Everything is checked before anything is stored.
/// </summary>
internal static class ConversationReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="source">What it is called in errors.</param>
    /// <exception cref="UsageException">A message cannot be stored; the line says which, and why.</exception>
    public static IReadOnlyList<Message> Read(string text, string source)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
        {
            throw new UsageException($"{source} is empty; there is nothing to remember.");
        }

        IReadOnlyList<Message> messages = start[0] is '[' or '{' && JsonConversationReader.TryRead(text, source) is { } read
            ? read
            : PlainConversationReader.Read(text);
        if (messages.Count == 0)
        {
            throw new UsageException($"{source} holds no messages.");
        }

        for (var i = 0; i < messages.Count; i++)
        {
            MessageRules.Check(messages[i], $"{source}: message {i + 1}");
        }

        return messages;
    }
}
