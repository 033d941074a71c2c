using Remanence.Cli.Conversations.Shapes;
using Remanence.Cli.Errors;
using Remanence.Messages;

namespace Remanence.Cli.Conversations;

/// <summary>
/// A file of messages that are JSON, one a line: checked line by line before anything is stored, and then read once more, so that a long file never is in
/// memory as a whole.
/// </summary>
internal sealed class MessageLines
{
    private readonly Func<TextReader> _open;
    private readonly string _source;
    private readonly Func<Message, Message> _take;

    private MessageLines(Func<TextReader> open, string source, int count, Func<Message, Message> take, string? note) =>
        (_open, _source, Count, _take, Note) = (open, source, count, take, note);

    /// <summary>How many messages there are.</summary>
    public int Count { get; }

    /// <summary>What whoever gave the file should know; null: nothing.</summary>
    public string? Note { get; }

    /// <summary>Looks through a file; null: it is of another shape, and to be read as a whole.</summary>
    /// <param name="open">Opens it, each time from its beginning.</param>
    /// <param name="source">What it is called in errors.</param>
    /// <param name="me">The name under which the user speaks in it; null: as the file says.</param>
    /// <exception cref="UsageException">A line cannot be stored; it is named, and why.</exception>
    public static MessageLines? TryRead(Func<TextReader> open, string source, string? me)
    {
        using (var reader = open())
        {
            if (!JsonMessages.IsLine(reader.ReadLine()) || !JsonMessages.IsLine(reader.ReadLine()))
            {
                return null;
            }
        }

        var speakers = new Speakers(source);
        var count = 0;
        foreach (var message in Messages(open, source))
        {
            MessageRules.Check(message, $"{source}: message {++count}");
            speakers.Add(message);
        }

        if (count == 0)
        {
            throw new UsageException($"{source} holds no messages.");
        }

        var (take, note) = speakers.Settle(user: null, me);
        return new MessageLines(open, source, count, take, note);
    }

    /// <summary>The messages in their order, read while they are asked for.</summary>
    public IEnumerable<Message> Read() => Messages(_open, _source).Select(_take);

    private static IEnumerable<Message> Messages(Func<TextReader> open, string source)
    {
        using var reader = open();
        foreach (var message in JsonMessages.ReadLines(reader, source))
        {
            yield return message;
        }
    }
}
