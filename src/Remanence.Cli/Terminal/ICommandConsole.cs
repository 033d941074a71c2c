namespace Remanence.Cli.Terminal;

/// <summary>What a command reads and writes; tests put their own in its place.</summary>
internal interface ICommandConsole
{
    /// <summary>Standard output as text.</summary>
    TextWriter Out { get; }

    /// <summary>Standard error as text.</summary>
    TextWriter Error { get; }

    /// <summary>Standard input as text, for answers to questions.</summary>
    TextReader In { get; }

    /// <summary>Whether a person sees <see cref="Out"/>.</summary>
    bool IsOutputTerminal { get; }

    /// <summary>Whether a person sees <see cref="Error"/>.</summary>
    bool IsErrorTerminal { get; }

    /// <summary>Whether a person can answer.</summary>
    bool IsInputTerminal { get; }

    /// <summary>Columns of the terminal.</summary>
    int Width { get; }

    /// <summary>Standard input as bytes, for files.</summary>
    Stream OpenInput();

    /// <summary>Standard output as bytes, for files.</summary>
    Stream OpenOutput();
}
