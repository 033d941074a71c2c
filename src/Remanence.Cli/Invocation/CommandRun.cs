using System.CommandLine;
using Remanence.Cli.Connections;
using Remanence.Cli.Terminal;
using Remanence.Configuration;
using Remanence.Diagnostics;
using Remanence.Hosting;
using Remanence.Sqlite;
using Remanence.Stores;

namespace Remanence.Cli.Invocation;

/// <summary>One command being run.</summary>
internal sealed class CommandRun
{
    private readonly CliContext _context;

    public CommandRun(CliContext context, ParseResult parse)
    {
        _context = context;
        Parse = parse;
        var colours = string.IsNullOrEmpty(context.Environment("NO_COLOR"));
        Output = new CommandOutput(context.Console, parse.GetValue(context.Options.Json), colours);
        Url = parse.GetValue(context.Options.Url);
    }

    public ParseResult Parse { get; }

    public CommandOutput Output { get; }

    public ICommandConsole Console => _context.Console;

    public TimeProvider Time => _context.Time;

    public Interrupts Interrupts => _context.Interrupts;

    /// <summary>The server to talk to; null: the local store.</summary>
    public Uri? Url { get; }

    /// <summary>The folder in which a store was looked for that is not there; what is read then is empty.</summary>
    public string? MissingStore { get; private set; }

    /// <summary>The settings, read anew: arguments, then environment, then file.</summary>
    /// <param name="more">What options of the command say as settings.</param>
    public RemanenceSettings LoadSettings(params IEnumerable<string> more) =>
        RemanenceSettings.Load(
            new ConfigurationSources
            {
                Arguments = [.. _context.Overrides, .. more],
                Environment = _context.Environment,
                File = Parse.GetValue(_context.Options.Config),
            },
            EngineServices.Check);

    /// <summary>The service that the options name, to read from it: where there is no store, none is made. Where a server has the store, it is asked.</summary>
    public Task<ServiceConnection> ConnectAsync(CancellationToken cancellationToken) => ConnectAsync(create: false, cancellationToken);

    /// <summary>The service that the options name, to store something.</summary>
    public Task<ServiceConnection> ConnectToStoreAsync(CancellationToken cancellationToken) => ConnectAsync(create: true, cancellationToken);

    private async Task<ServiceConnection> ConnectAsync(bool create, CancellationToken cancellationToken)
    {
        // Also with --url: a mistyped setting is wrong usage whether or not this command needs it.
        var settings = LoadSettings();
        if (Url is not null)
        {
            return RemoteConnection.Open(Url);
        }

        MissingStore = !create && SqliteFileCheck.IsNew(settings.StoreFile) ? Path.GetFullPath(settings.DataPath) : null;
        try
        {
            return await LocalConnection.OpenAsync(settings, create, Time, cancellationToken);
        }
        catch (StoreUnavailableException) when (ServerNote.Find(settings.StoreFile) is { } holder)
        {
            // Whoever has started a server goes on as before.
            return RemoteConnection.Open(holder);
        }
    }
}
