using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Terminal;
using Remanence.Memories;

namespace Remanence.Cli.Options;

/// <summary>The options that say whose memories a command is about.</summary>
internal sealed class ScopeOptions
{
    /// <summary>The workspace of callers who name none.</summary>
    public const string DefaultWorkspace = "default";

    private readonly Option<string?> _user = new("--user") { Description = "The user; shared memories are seen too.", HelpName = "ID" };
    private readonly Option<string?> _agent = new("--agent") { Description = "The agent.", HelpName = "ID" };
    private readonly Option<string?> _session = new("--session") { Description = "The session.", HelpName = "ID" };

    private ScopeOptions()
    {
    }

    public Option<string> Workspace { get; } = new("--workspace", "-w")
    {
        Description = "The workspace.",
        HelpName = "NAME",
        DefaultValueFactory = _ => DefaultWorkspace,
    };

    /// <summary>Adds all four to a command.</summary>
    public static ScopeOptions AddTo(Command command)
    {
        var options = new ScopeOptions();
        command.Options.Add(options.Workspace);
        command.Options.Add(options._user);
        command.Options.Add(options._agent);
        command.Options.Add(options._session);
        return options;
    }

    public Scope Read(ParseResult parse) => new(
        parse.GetValue(Workspace)!,
        NotBlank(parse, _user),
        NotBlank(parse, _agent),
        NotBlank(parse, _session));

    /// <summary>A scope in words: of whom, and where.</summary>
    public static string Describe(Scope scope)
    {
        string?[] parts =
        [
            scope.User is { } user ? "user " + user : null,
            scope.Agent is { } agent ? "agent " + agent : null,
            scope.Session is { } session ? "session " + session : null,
        ];
        var whose = string.Join(", ", parts.OfType<string>());
        return TerminalText.Line($"{(whose.Length > 0 ? $"of {whose} " : string.Empty)}in workspace {scope.Workspace}");
    }

    // An unset shell variable gives --user "": taken as absent it would widen the scope to everybody.
    private static string? NotBlank(ParseResult parse, Option<string?> option)
    {
        var value = parse.GetValue(option);
        return value is not null && string.IsNullOrWhiteSpace(value) ? throw new UsageException($"{option.Name} is empty; name one, or leave it out.") : value;
    }
}
