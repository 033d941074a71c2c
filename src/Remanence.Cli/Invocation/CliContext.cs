using Remanence.Cli.Connections;
using Remanence.Cli.Options;
using Remanence.Cli.Terminal;

namespace Remanence.Cli.Invocation;

/// <summary>What a command line runs in: the process's surroundings, or a test's.</summary>
internal sealed class CliContext(ICommandConsole console, Func<string, string?> environment, TimeProvider time)
{
    public ICommandConsole Console { get; } = console;

    /// <summary>Looks up an environment variable.</summary>
    public Func<string, string?> Environment { get; } = environment;

    public TimeProvider Time { get; } = time;

    public GlobalOptions Options { get; } = new();

    /// <summary>Who gets Ctrl-C.</summary>
    public Interrupts Interrupts { get; } = new();

    /// <summary>Opens a chat model by its name in the settings; null: this program has no models, and offers no options for them.</summary>
    public Func<CommandRun, string, ChatModel>? OpenChat { get; init; }

    /// <summary>The dotted settings of this command line.</summary>
    public IReadOnlyList<string> Overrides { get; set; } = [];
}
