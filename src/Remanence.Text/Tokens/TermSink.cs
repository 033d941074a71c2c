namespace Remanence.Text.Tokens;

/// <summary>Receives a term; the span is valid during the call only.</summary>
/// <param name="term">The term, as indexed.</param>
public delegate void TermSink(ReadOnlySpan<char> term);
