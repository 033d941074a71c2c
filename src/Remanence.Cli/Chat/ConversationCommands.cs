using System.Globalization;

namespace Remanence.Cli.Chat;

/// <summary>Commands about the conversation itself.</summary>
internal static class ConversationCommands
{
    private const string New = "new";

    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new("help", "", "lists the commands", [], (_, _, _) => Task.FromResult(Help())),
        new("exit", "", "ends the conversation", [], (_, _, _) => Task.FromResult(SlashAnswer.Leave)),
        new("quit", "", "as /exit", [], (_, _, _) => Task.FromResult(SlashAnswer.Leave)),
        new("clear", "", "clears the screen", [], (session, _, _) => Task.FromResult(Clear(session))),
        new("stream", "", "turns showing answers as they come on or off", [], (session, _, _) => Task.FromResult(Stream(session))),
        new(
            "session",
            "[new | NAME]",
            "names the session, begins a new one, or goes on in another",
            [],
            (session, arguments, _) => Task.FromResult(Session(session, arguments.Words))),
        new("read_message", "", "the messages that go word for word with the next question", [], ReadAsync),
    ];

    private static SlashAnswer Help() => new()
    {
        Lines =
        [
            .. SlashCommands.All.Select(command => $"{$"/{command.Name} {command.Usage}".TrimEnd(),-52} {command.Description}"),
            "A value with spaces may stand in double quotes: query=\"…\". Everything else is said to the assistant.",
        ],
    };

    private static SlashAnswer Clear(ChatSession session)
    {
        session.View.Clear();
        return new SlashAnswer();
    }

    private static SlashAnswer Stream(ChatSession session)
    {
        session.Streams = !session.Streams;
        return SlashAnswer.Say(session.Streams ? "Answers are shown as they come." : "Answers are shown when they are complete.");
    }

    private static SlashAnswer Session(ChatSession session, string name)
    {
        if (name.Length > 0)
        {
            session.Enter(name == New ? session.Now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) : name);
        }

        return SlashAnswer.Say($"The session is {session.Chat.Scope.Session}.");
    }

    private static async Task<SlashAnswer> ReadAsync(ChatSession session, SlashArguments arguments, CancellationToken cancellationToken)
    {
        var messages = await session.Chat.ReadHistoryAsync(cancellationToken);
        return messages.Count == 0
            ? SlashAnswer.Say("Nothing goes along: the session is new, or what was said in it is too long ago.")
            : new SlashAnswer { Groups = [MemoryGroup.Of("messages", messages)] };
    }
}
