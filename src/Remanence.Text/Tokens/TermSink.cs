namespace Remanence.Text.Tokens;

/// <summary>Receives a term; it is valid during the call only.</summary>
/// <param name="term">The term.</param>
public delegate void TermSink(IndexTerm term);
