using Remanence.Cli.Invocation;
using Remanence.Cli.Mcp;

namespace Remanence.Cli.Commands;

/// <summary>Serves the Model Context Protocol over standard input and output.</summary>
internal sealed class McpCommand : CliCommand
{
    public McpCommand(CliContext context)
        : base(
            context,
            "mcp",
            "Serve one MCP client over standard input and output, for hosts that start their servers themselves. Ends with its input; logs go to standard "
            + "error.",
            "remanence mcp",
            "remanence mcp data.path=/var/lib/remanence mcp.workspace=work",
            "remanence mcp --url http://127.0.0.1:8002")
    {
    }

    protected override Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken) => StdioMcp.RunAsync(run, run.LoadSettings(), cancellationToken);
}
