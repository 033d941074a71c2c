namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>A sentence without the mark at its end.</summary>
internal readonly record struct Sentence(string Text, bool IsQuestion);
