using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Evaluation.Library;
using Remanence.Hosting;
using Remanence.Server;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Makes the libraries of experience that ship with Remanence.</summary>
internal sealed class EvalLibraryCommand : CliCommand
{
    private readonly Option<string> _folder = new("--output")
    {
        Description = "Where the files go.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Path.Combine("docs", "library"),
    };

    public EvalLibraryCommand(CliContext context)
        : base(
            context,
            "library",
            "Make the libraries of experience in docs/library: run a server, call it the wrong ways and the right ones, walk frozen lakes, and write down "
            + "what it learnt. No model is called.",
            "remanence eval library",
            "remanence eval library --output /tmp/library")
    {
        Options.Add(_folder);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.Url is not null)
        {
            throw new UsageException("eval library runs a server of its own; leave out --url.");
        }

        var folder = Path.GetFullPath(run.Parse.GetRequiredValue(_folder));
        var data = Directory.CreateTempSubdirectory("remanence-library-");
        try
        {
            foreach (var (name, count) in await BuildAsync(folder, data.FullName, cancellationToken))
            {
                await run.Console.Out.WriteLineAsync($"{Path.Combine(folder, name + ".jsonl")}: {count} memories");
            }

            return ExitCodes.Ok;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>> BuildAsync(string folder, string data, CancellationToken cancellationToken)
    {
        var settings = new RemanenceSettings
        {
            HttpPort = 0,
            DataPath = data,
            LogLevel = LogLevel.None,
            LibraryPaths = [folder, Path.Combine("docs", "library")],
        };
        await using var server = RemanenceServer.Build(settings, services => services.AddSingleton(LibraryBuilder.Clock));
        await server.StartAsync(cancellationToken);
        using var http = new HttpClient { BaseAddress = RemanenceServer.AddressOf(server) };
        return await new LibraryBuilder(http).BuildAsync(folder, cancellationToken);
    }
}
