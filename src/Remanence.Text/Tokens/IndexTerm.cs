namespace Remanence.Text.Tokens;

/// <summary>A term as it is indexed, and where it stands in its text. Valid during the call that hands it over only.</summary>
public readonly ref struct IndexTerm
{
    internal IndexTerm(ReadOnlySpan<char> text, IndexTermKind kind, int start, int end)
    {
        Text = text;
        Kind = kind;
        Start = start;
        End = end;
    }

    /// <summary>The term: folded and stemmed, not as it is written.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>What it is of the text.</summary>
    public IndexTermKind Kind { get; }

    /// <summary>Where what it was made of begins in the text.</summary>
    public int Start { get; }

    /// <summary>Where what it was made of ends.</summary>
    public int End { get; }

    /// <summary>The term as a string.</summary>
    public override string ToString() => Text.ToString();
}
