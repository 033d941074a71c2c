using System.Text;

namespace Remanence.Cli.Terminal;

/// <summary>Lines of standard input, which can be waited for with a token: the console itself has no way to give up a read.</summary>
internal sealed class LineSource(ICommandConsole console)
{
    // What is piped in is UTF-8 whatever the terminal's code page; what is typed comes as the terminal has it.
    private readonly TextReader _reader = console.IsInputTerminal ? console.In : new StreamReader(console.OpenInput(), Encoding.UTF8);
    private Task<string?>? _pending;

    /// <summary>The next line; null at the end of the input. A read that was given up goes to the next caller.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        _pending ??= Task.Run(_reader.ReadLine, CancellationToken.None);
        var line = await _pending.WaitAsync(cancellationToken);
        _pending = null;
        return line;
    }
}
