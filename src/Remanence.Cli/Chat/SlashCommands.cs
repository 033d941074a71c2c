using Remanence.Cli.Errors;
using Remanence.Diagnostics;

namespace Remanence.Cli.Chat;

/// <summary>All slash commands.</summary>
internal static class SlashCommands
{
    public const char Slash = '/';

    public static IReadOnlyList<SlashCommand> All { get; } =
        [.. ConversationCommands.All, .. RecallCommands.All, .. EditCommands.All, .. WorkCommands.All];

    /// <summary>Runs what was typed.</summary>
    /// <param name="session">The conversation.</param>
    /// <param name="line">The line, with its slash.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">There is no such command, or it was given what it does not take.</exception>
    public static Task<SlashAnswer> RunAsync(ChatSession session, string line, CancellationToken cancellationToken)
    {
        var name = NameOf(line);
        var command = All.FirstOrDefault(command => command.Name == name) ?? throw Unknown(name);
        return command.RunAsync(session, SlashArguments.Parse(line[(name.Length + 1)..], command.Keys), cancellationToken);
    }

    /// <summary>The name in a line.</summary>
    public static string NameOf(string line)
    {
        var end = line.AsSpan(1).IndexOfAny(' ', '\t');
        return end < 0 ? line[1..] : line[1..(end + 1)];
    }

    private static UsageException Unknown(string name)
    {
        var hint = Nearest.Find(name, All.Select(command => command.Name)) is { } nearest
            ? $"; did you mean /{nearest}? /help lists them"
            : "; /help lists them";
        return new UsageException($"There is no command {Printable.Show(Slash + name)}{hint}. A message that begins with a slash is written with two.");
    }
}
