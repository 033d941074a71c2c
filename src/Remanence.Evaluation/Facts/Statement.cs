namespace Remanence.Evaluation.Facts;

/// <summary>Something that a user says, and what is to be believed after it.</summary>
/// <param name="Language">In which language.</param>
/// <param name="Topic">What it is about; of a text that states nothing, of which sort that is.</param>
/// <param name="States">Whether it states a fact about the user.</param>
/// <param name="Text">What is said.</param>
/// <param name="Expected">The pieces that the facts have to say, all that are not optional.</param>
/// <param name="Line">Its line in the file.</param>
internal sealed record Statement(string Language, string Topic, bool States, string Text, IReadOnlyList<ExpectedPiece> Expected, int Line);
