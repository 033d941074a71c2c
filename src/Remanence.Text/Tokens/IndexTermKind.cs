namespace Remanence.Text.Tokens;

/// <summary>What a term is of its text.</summary>
public enum IndexTermKind
{
    /// <summary>A word, or a pair of characters where a script has no spaces between words: what a text is measured by.</summary>
    Word,

    /// <summary>A single character of such a pair, which is only asked for when it stands alone in a question.</summary>
    Part,

    /// <summary>An emoji or another sign.</summary>
    Sign,
}
