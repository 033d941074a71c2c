namespace Remanence.Search.Text;

/// <summary>Receives a term; the span is valid during the call only.</summary>
/// <param name="term">The term, as indexed.</param>
internal delegate void TermSink(ReadOnlySpan<char> term);
