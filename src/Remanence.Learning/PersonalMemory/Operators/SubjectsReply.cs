namespace Remanence.PersonalMemory.Operators;

/// <summary>Names of subjects.</summary>
internal sealed record SubjectsReply
{
    public required IReadOnlyList<string> Subjects { get; init; }
}
