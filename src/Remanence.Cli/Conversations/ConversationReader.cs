using Remanence.Cli.Conversations.Shapes;
using Remanence.Cli.Errors;

namespace Remanence.Cli.Conversations;

/// <summary>Reads messages from a file whose shape shows in its content. Everything is checked before anything is stored.</summary>
internal static class ConversationReader
{
    // The first that recognises a file reads it: exports of programs, then JSON of any origin, then text.
    private static readonly ConversationShape[] Shapes =
    [
        new ChatGptExport(), new ClaudeExport(), new TelegramExport(), new SlackExport(), new Mem0Export(), new MemoryGraph(), new JsonMessages(),
        new WhatsAppChat(), new TelegramCopy(), new PlainLines(),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="source">What it is called in errors.</param>
    /// <param name="me">The name under which the user speaks in it; null: as the file says.</param>
    /// <exception cref="UsageException">A message cannot be stored; the line says which, and why.</exception>
    public static Conversation Read(string text, string source, string? me = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UsageException($"{source} is empty; there is nothing to remember.");
        }

        var file = new ConversationText(text, source);
        var read = Shapes.Select(shape => shape.TryRead(file)).FirstOrDefault(found => found is not null)
            ?? throw new UsageException($"{source} is of no shape that is read; these are: {string.Join("; ", Shapes.Select(shape => shape.Name))}.");
        if (read.Messages.Count == 0)
        {
            throw new UsageException($"{source} holds no messages.");
        }

        var speakers = new Speakers(source);
        for (var i = 0; i < read.Messages.Count; i++)
        {
            MessageRules.Check(read.Messages[i], $"{source}: message {i + 1}");
            speakers.Add(read.Messages[i]);
        }

        var (take, note) = speakers.Settle(read.User, me);
        return read with { Messages = [.. read.Messages.Select(take)], Notes = note is null ? read.Notes : [.. read.Notes, note] };
    }
}
