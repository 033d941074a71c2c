using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Remanence.Cli.Commands;
using Remanence.Hosting;

namespace Remanence.Cli;

/// <summary>The usual help, and what it lacks: examples and settings.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var result = WriteUsual(parseResult, output);
        if (parseResult.CommandResult.Command is CliCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }

            output.WriteLine();
        }

        if (parseResult.CommandResult.Command is RootCommand or ServeCommand)
        {
            WriteSettings(output);
        }
        else
        {
            output.WriteLine("Settings such as data.path=DIR may follow; \"remanence --help\" lists them.");
        }

        return result;
    }

    // The library calls the program what its file is called; people call it remanence, however it was started.
    private int WriteUsual(ParseResult parseResult, TextWriter output)
    {
        using var text = new StringWriter { NewLine = output.NewLine };
        parseResult.InvocationConfiguration.Output = text;
        try
        {
            return help.Invoke(parseResult);
        }
        finally
        {
            parseResult.InvocationConfiguration.Output = output;
            output.Write(text.ToString().Replace("  " + RootCommand.ExecutableName, "  remanence", StringComparison.Ordinal));
        }
    }

    private static void WriteSettings(TextWriter output)
    {
        output.WriteLine("Settings (as NAME=VALUE behind any command, in a YAML file, or as an environment variable):");
        foreach (var setting in RemanenceSettings.Known.Settings)
        {
            var values = setting.Values.Length == 0 ? string.Empty : $" Values: {setting.Values}.";
            var standard = setting.Default.Length == 0 ? "none" : setting.Default;
            output.WriteLine($"  {setting.Name,-30} {setting.Description}{values} Default: {standard}");
        }

        output.WriteLine();
        output.WriteLine($"  {"llm.default.model_name=NAME",-30} and what else names models, flows and operators is explained in docs/configuration.md.");
        output.WriteLine($"  {"REMANENCE_HTTP_PORT=8002",-30} is http.port=8002 as an environment variable; NO_COLOR=1 turns colours off.");
    }
}
