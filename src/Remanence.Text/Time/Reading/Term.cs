using System.Runtime.InteropServices;

namespace Remanence.Text.Time.Reading;

/// <summary>A vocabulary entry: what a word can mean in a time expression.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(TermKind Kind, sbyte Value = 0, TermMarks Marks = TermMarks.None)
{
    public bool Has(TermMarks marks) => (Marks & marks) != TermMarks.None;
}
