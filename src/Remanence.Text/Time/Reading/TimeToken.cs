using System.Runtime.InteropServices;

namespace Remanence.Text.Time.Reading;

/// <param name="Start">First character in the text.</param>
/// <param name="Length">Characters in the text.</param>
/// <param name="Kind">What sort of token.</param>
/// <param name="Marks">How it is written.</param>
/// <param name="Term">What the vocabulary knows about the word.</param>
/// <param name="Value">A number's value (-1 where it is too long), a Chinese character (simplified) or a symbol (narrow form).</param>
/// <param name="Sentence">Which sentence of the text it belongs to.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeToken(
    int Start,
    int Length,
    TokenKind Kind,
    TokenMarks Marks,
    Term Term,
    int Value,
    int Sentence)
{
    public int End => Start + Length;

    public bool Has(TokenMarks marks) => (Marks & marks) != TokenMarks.None;
}
