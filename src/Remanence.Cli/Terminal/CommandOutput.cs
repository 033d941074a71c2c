using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Evaluation;
using Spectre.Console;

namespace Remanence.Cli.Terminal;

/// <summary>How a command speaks: results to standard output, as text or JSON and never both; everything else to standard error.</summary>
internal sealed class CommandOutput
{
    private readonly ICommandConsole _console;

    public CommandOutput(ICommandConsole console, bool json, bool colours)
    {
        _console = console;
        IsJson = json;
        Text = Create(console.Out, console.IsOutputTerminal, colours);
        Error = Create(console.Error, console.IsErrorTerminal, colours);
    }

    /// <summary>Whether results are JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Results as text.</summary>
    public IAnsiConsole Text { get; }

    /// <summary>Progress and questions.</summary>
    public IAnsiConsole Error { get; }

    /// <summary>Writes a result as one line of JSON.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> type) => _console.Out.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Writes what an evaluation found.</summary>
    public void Result(EvaluationResult result)
    {
        if (IsJson)
        {
            _console.Out.WriteLine(result.ToJson());
        }
        else
        {
            result.Write(_console.Out);
        }
    }

    /// <summary>Writes a plain line of text, whatever it holds.</summary>
    public void Line(string text) => Text.WriteLine(TerminalText.Line(text));

    private IAnsiConsole Create(TextWriter writer, bool terminal, bool colours)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal && colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal && colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });

        // A file has no right edge: whoever reads it wants a memory in one line.
        console.Profile.Width = terminal ? _console.Width : int.MaxValue / 2;
        return console;
    }
}
