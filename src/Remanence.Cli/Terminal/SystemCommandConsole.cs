using System.Text;

namespace Remanence.Cli.Terminal;

/// <summary>The process's own streams.</summary>
internal sealed class SystemCommandConsole : ICommandConsole
{
    public SystemCommandConsole()
    {
        // Windows consoles start in a code page of their own; memories are in any language.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }

    public TextWriter Out => Console.Out;

    public TextWriter Error => Console.Error;

    public TextReader In => Console.In;

    public bool IsOutputTerminal => !Console.IsOutputRedirected;

    public bool IsErrorTerminal => !Console.IsErrorRedirected;

    public bool IsInputTerminal => !Console.IsInputRedirected;

    // A terminal that does not know its size (some CI runners) says 0.
    public int Width => Console.WindowWidth > 20 ? Console.WindowWidth : 80;

    public Stream OpenInput() => Console.OpenStandardInput();

    public Stream OpenOutput() => Console.OpenStandardOutput();
}
