using Remanence.Cli.Conversations.Shapes;
using Remanence.Cli.Errors;
using Remanence.Messages;

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

        for (var i = 0; i < read.Messages.Count; i++)
        {
            MessageRules.Check(read.Messages[i], $"{source}: message {i + 1}");
        }

        return WithUser(read, source, me);
    }

    // A message of role user without a name is the user's; one with a name is that person's.
    private static Conversation WithUser(Conversation read, string source, string? me)
    {
        string[] people =
        [
            .. read
                .Messages.Where(message => message.Role == "user")
                .Select(message => message.Name)
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        var user = me ?? read.User;
        if (user is not null && people.Contains(user, StringComparer.OrdinalIgnoreCase))
        {
            return read with { Messages = [.. read.Messages.Select(message => IsBy(message, user) ? message with { Name = null } : message)] };
        }

        if (me is not null)
        {
            throw new UsageException(
                $"Nobody in {source} is called {me}; {(people.Length == 0 ? "no message of it has a speaker's name" : $"its speakers are {Listed(people)}")}.");
        }

        return people.Length < 2 || read.Messages.Any(message => message.Role == "user" && message.Name is null)
            ? read
            : read with
            {
                Notes = [.. read.Notes, $"{source} does not say who of {Listed(people)} is the user: each is remembered by name. --me NAME says it."],
            };
    }

    private static bool IsBy(Message message, string user) => message.Role == "user" && string.Equals(message.Name, user, StringComparison.OrdinalIgnoreCase);

    private static string Listed(string[] people)
    {
        const int shown = 5;
        return string.Join(", ", people.Take(shown)) + (people.Length > shown ? $" and {people.Length - shown} more" : string.Empty);
    }
}
