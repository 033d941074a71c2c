using Remanence.Hosting;

namespace Remanence.Cli;

/// <summary>
/// A command line as MemoryScope's users type it: <c>--config_path FILE</c>, <c>--human_name=Ada</c>, and no command, which is a conversation.
/// </summary>
internal static class MemoryScopeLine
{
    private const string Chat = "chat";
    private const string ConfigPath = "config_path";

    // All others have options of their own, some by the names of MemoryScope's.
    private static readonly string[] Understanding = [Chat, "serve", "doctor"];

    /// <summary>The line in this program's own way; one that is none of MemoryScope's is left as it is.</summary>
    /// <param name="args">The line.</param>
    /// <param name="commands">The commands that there are.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> args, IReadOnlyCollection<string> commands)
    {
        var command = args.FirstOrDefault(word => commands.Contains(word, StringComparer.Ordinal));
        if (command is not null && !Understanding.Contains(command, StringComparer.Ordinal))
        {
            return args;
        }

        var read = new List<string>();
        var isMemoryScopes = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                read.AddRange(args.Skip(i));
                break;
            }

            var name = NameOf(args[i]);
            isMemoryScopes |= name is not null;

            // A name and its value may stand apart there.
            var apart = name is not null && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count && !args[i + 1].StartsWith('-');
            read.Add(apart ? $"{args[i]}={args[++i]}" : args[i]);
        }

        if (isMemoryScopes && !read.Any(word => commands.Contains(word, StringComparer.Ordinal)))
        {
            read.Insert(0, Chat);
        }

        return read;
    }

    /// <summary>Whether a word names the file of settings as MemoryScope does.</summary>
    public static bool IsConfigPath(string word) => NameOf(word) == ConfigPath;

    private static string? NameOf(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
        {
            return null;
        }

        var name = word[2..].Split('=')[0];
        return name == ConfigPath || RemanenceSettings.Known.IsForeign(name) ? name : null;
    }
}
