namespace Remanence.PersonalMemory.Facts;

/// <summary>A sentence without the mark at its end.</summary>
internal readonly record struct Sentence(string Text, bool IsQuestion);
