using System.Diagnostics.CodeAnalysis;
using System.Text;
using Remanence.Cli.Terminal;

namespace Remanence.Cli.Support;

/// <summary>A console that keeps what is written, and answers what it was told to.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Nothing but memory.")]
internal sealed class TestConsole(string input = "", bool terminal = false) : ICommandConsole
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly MemoryStream _bytes = new();

    public TextWriter Out => _out;

    public TextWriter Error => _error;

    public TextReader In { get; } = new StringReader(input);

    public bool IsOutputTerminal => terminal;

    public bool IsErrorTerminal => terminal;

    public bool IsInputTerminal => terminal;

    public int Width => 80;

    public string OutText => _out + Encoding.UTF8.GetString(_bytes.ToArray());

    public string ErrorText => _error.ToString();

    public Stream OpenInput() => new MemoryStream(Encoding.UTF8.GetBytes(input));

    // A stream of its own each time, since commands close what they open.
    public Stream OpenOutput() => new Tee(_bytes);

    private sealed class Tee(MemoryStream target) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                target.Write(ToArray());
            }

            base.Dispose(disposing);
        }
    }
}
