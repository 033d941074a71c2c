using Microsoft.Extensions.DependencyInjection;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Compat.ReMe.Routes;
using Remanence.Flows.Catalogue;
using Remanence.Hosting;

namespace Remanence.Cli.Commands;

/// <summary><c>backend=cmd</c>: runs one flow over the data folder and prints its answer.</summary>
internal static class SingleFlow
{
    public static async Task<int> RunAsync(CommandRun run, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        await using var services = LocalConnection.Services(settings, create: true, run.Time);
        var wanted = settings.Configuration.Command!;
        var command = new FlowCommand(services.GetRequiredService<FlowCatalogue>(), wanted.Flow, wanted.Parameters);
        await services.GetRequiredService<EngineRunner>().OpenAsync(cancellationToken);
        var response = await command.RunAsync(cancellationToken);
        run.Console.Out.WriteLine(run.Output.IsJson ? FlowCommand.ToJson(response) : response.Answer);
        return response.Success ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
