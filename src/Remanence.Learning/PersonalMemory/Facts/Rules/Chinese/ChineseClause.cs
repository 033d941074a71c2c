namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>A clause as the rules see it.</summary>
/// <param name="Bearer">About whom it speaks.</param>
/// <param name="Subject">About whom, as <see cref="SpokenFact.Subject"/>.</param>
/// <param name="Words">What follows the subject.</param>
/// <param name="Rest">The same after times and adverbs.</param>
/// <param name="Time">The times before it, as said; empty: none.</param>
/// <param name="Often">How often, as said; empty: not said.</param>
/// <param name="IsPast">Whether it speaks of what was once.</param>
/// <param name="Sentence">The sentence that it stands in.</param>
internal sealed record ChineseClause(ChineseBearers Bearer, string? Subject, string Words, string Rest, string Time, string Often, bool IsPast, string Sentence)
{
    /// <summary>With whom the speaker does it; null: not said.</summary>
    public string? With { get; init; }

    /// <summary>Null where there is no value.</summary>
    public SpokenFact? Fact(string attribute, string? value, bool negated = false) =>
        string.IsNullOrEmpty(value) ? null : new SpokenFact(Subject, attribute, value, negated);

    /// <summary>What was once, and is no more.</summary>
    public SpokenFact? Once(string attribute, string? value, bool negated = false) => Fact(attribute, value, negated || IsPast);
}
