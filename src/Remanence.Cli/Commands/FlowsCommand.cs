using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Flows.Catalogue;

namespace Remanence.Cli.Commands;

/// <summary>Shows flows.</summary>
internal sealed class FlowsCommand : CliCommand
{
    private readonly Argument<string?> _name = new("name")
    {
        Description = "The flow to show whole; all, a line each, when not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _mermaid = new("--mermaid") { Description = "Print only the Mermaid chart." };

    public FlowsCommand(CliContext context)
        : base(
            context,
            "flows",
            "Show the flows of the configuration: what they are made of, as text and as a Mermaid chart. Builds and checks all of them.",
            "remanence flows",
            "remanence flows consolidate --config remanence.yaml",
            "remanence flows consolidate --mermaid > consolidate.mmd")
    {
        Arguments.Add(_name);
        Options.Add(_mermaid);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.Url is not null)
        {
            throw new UsageException("flows shows those of this machine's configuration; leave out --url.");
        }

        await using var services = ConfiguredModels.Open(run.LoadSettings(), run.Time);
        var catalogue = services.GetRequiredService<FlowCatalogue>();
        if (run.Parse.GetValue(_name) is { } name)
        {
            Show(run, catalogue.Get(name));
        }
        else if (run.Parse.GetValue(_mermaid))
        {
            throw new UsageException("--mermaid draws one flow; name it.");
        }
        else
        {
            List(run, catalogue);
        }

        return ExitCodes.Ok;
    }

    private void Show(CommandRun run, Flow flow)
    {
        if (run.Output.IsJson)
        {
            run.Output.Json(Summary(flow), CliJson.Default.FlowSummary);
            return;
        }

        if (!run.Parse.GetValue(_mermaid))
        {
            run.Console.Out.WriteLine(flow.ToString());
            if (flow.Description.Length > 0)
            {
                run.Console.Out.WriteLine(flow.Description);
            }

            run.Console.Out.WriteLine(string.Empty);
            run.Console.Out.WriteLine(flow.ToTree());
            run.Console.Out.WriteLine(string.Empty);
        }

        run.Console.Out.WriteLine(flow.ToMermaid());
    }

    private static void List(CommandRun run, FlowCatalogue catalogue)
    {
        if (run.Output.IsJson)
        {
            run.Output.Json([.. catalogue.Flows.Select(Summary)], CliJson.Default.FlowSummaryArray);
            return;
        }

        foreach (var flow in catalogue.Flows)
        {
            run.Console.Out.WriteLine(flow.ToString());
        }

        if (catalogue.Flows.Count == 0)
        {
            run.Console.Out.WriteLine("no flows: none is configured, and those that come with Remanence need a chat model");
        }
    }

    private static FlowSummary Summary(Flow flow) => new(flow.Name, flow.Expression, flow.Description, flow.Streams, flow.InputSchema, flow.ToMermaid());
}
