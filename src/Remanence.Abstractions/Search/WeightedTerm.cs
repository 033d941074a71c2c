namespace Remanence.Search;

/// <summary>A term and what it counts.</summary>
/// <param name="Term">The term as Remanence reads texts.</param>
/// <param name="Weight">In a memory how often it stands there, in a question what it is worth: 1, or less for a word that stands everywhere.</param>
public readonly record struct WeightedTerm(string Term, float Weight);
