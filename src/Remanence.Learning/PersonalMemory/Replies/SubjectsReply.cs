namespace Remanence.PersonalMemory.Replies;

/// <summary>Names of subjects.</summary>
internal sealed record SubjectsReply
{
    public required IReadOnlyList<string> Subjects { get; init; }
}
