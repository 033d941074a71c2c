namespace Remanence.Cli.Terminal;

/// <summary>Text that comes in pieces, made harmless for a terminal: a character cut in two by a piece's end waits for its other half.</summary>
internal sealed class TextFlow(TextWriter writer)
{
    private char? _half;

    public void Write(string piece)
    {
        var text = _half + piece;
        _half = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[^1] : null;
        writer.Write(TerminalText.Block(_half is null ? text : text[..^1]));
        writer.Flush();
    }
}
