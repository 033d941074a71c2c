using System.CommandLine;
using System.CommandLine.Help;
using System.Net;
using Remanence.Cli.Commands;
using Remanence.Cli.Commands.Eval;
using Remanence.Cli.Commands.Jobs;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Client;

namespace Remanence.Cli;

/// <summary>The program: a command line in, an exit code out. It throws nothing.</summary>
internal static class RemanenceCommandLine
{
    private const string Help = "help";

    public static async Task<int> RunAsync(CliContext context, IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var root = Build(context);
        args = MemoryScopeLine.Read(args, [.. root.Subcommands.Select(command => command.Name), Help]);
        var valueOptions = OverrideSplitter.ValueOptions(root);
        var (arguments, overrides) = OverrideSplitter.Split(args, valueOptions);
        context.Overrides = overrides;
        var isHelp = arguments is [Help, ..];
        var parse = root.Parse(isHelp ? [.. arguments[1..], "--help"] : arguments);
        if (isHelp && parse.UnmatchedTokens is [var word, ..])
        {
            return await RefuseAsync(context, parse, UsageFaults.UnknownWord(parse.CommandResult, word));
        }

        if (parse.Action is not HelpWithExamples && args is not [['[', ..], ..] && UsageFaults.Of(parse, arguments, valueOptions) is { } fault)
        {
            return await RefuseAsync(context, parse, fault);
        }

        var configuration = new InvocationConfiguration
        {
            Output = context.Console.Out,
            Error = context.Console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            var code = await parse.InvokeAsync(configuration, cancellationToken);
            foreach (var setting in SettingSuggestions.For(args))
            {
                await context.Console.Out.WriteLineAsync(setting);
            }

            return code;
        }
        catch (Exception failure)
        {
            // Whatever it was, the user gets a line and scripts get a code.
            foreach (var line in Failures.Lines(failure))
            {
                await context.Console.Error.WriteLineAsync(line + WrongPath(failure, parse.GetValue(context.Options.Url)));
            }

            return Failures.ExitCode(failure);
        }
    }

    public static RootCommand Build(CliContext context)
    {
        var root = new RootCommand("Remanence: long-term memory for AI agents.");
        root.Options.Add(context.Options.Url);
        root.Options.Add(context.Options.Config);
        root.Options.Add(context.Options.Json);
        root.Subcommands.Add(new ServeCommand(context));
        root.Subcommands.Add(new McpCommand(context));
        root.Subcommands.Add(new ChatCommand(context));
        root.Subcommands.Add(new MemorizeCommand(context));
        root.Subcommands.Add(new RetrieveCommand(context));
        root.Subcommands.Add(WorkCommand.Consolidate(context));
        root.Subcommands.Add(WorkCommand.Reflect(context));
        root.Subcommands.Add(new ProfileCommand(context));
        root.Subcommands.Add(new ListCommand(context));
        root.Subcommands.Add(new ShowCommand(context));
        root.Subcommands.Add(new HistoryCommand(context));
        root.Subcommands.Add(new ForgetCommand(context));
        root.Subcommands.Add(new RestoreCommand(context));
        root.Subcommands.Add(new EraseCommand(context));
        root.Subcommands.Add(new ExportCommand(context));
        root.Subcommands.Add(new ImportCommand(context));
        root.Subcommands.Add(new WorkspacesCommand(context));
        root.Subcommands.Add(new FlowsCommand(context));
        root.Subcommands.Add(new JobsCommand(context));
        root.Subcommands.Add(new DoctorCommand(context));
        root.Subcommands.Add(new RepairCommand(context));
        root.Subcommands.Add(new EvalCommand(context));
        root.Subcommands.Add(new CompletionCommand(context));

        var help = root.Options.OfType<HelpOption>().Single();
        var withExamples = new HelpWithExamples((HelpAction)help.Action!);
        help.Action = withExamples;

        // Somebody who types the bare name wants to know what it can do.
        root.SetAction(withExamples.Invoke);
        return root;
    }

    // Servers are reached at an address; a path is for who has a proxy that takes it away.
    private static string WrongPath(Exception failure, Uri? url) =>
        failure is HttpServiceException { Status: HttpStatusCode.NotFound } && url is { AbsolutePath: not "/" }
            ? $" --url has the path {url.AbsolutePath}; did you mean {url.GetLeftPart(UriPartial.Authority)}?"
            : string.Empty;

    private static async Task<int> RefuseAsync(CliContext context, ParseResult parse, string fault)
    {
        var names = new List<string>();
        for (var result = parse.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, result.Command is RootCommand ? "remanence" : result.Command.Name);
        }

        await context.Console.Error.WriteLineAsync($"remanence: {Terminal.TerminalText.Line(fault)} See \"{string.Join(' ', names)} --help\".");
        return ExitCodes.Usage;
    }
}
