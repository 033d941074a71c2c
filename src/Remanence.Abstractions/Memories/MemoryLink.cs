namespace Remanence.Memories;

/// <summary>A relation from one memory to another of the same workspace.</summary>
/// <param name="MemoryId">The other memory.</param>
/// <param name="Relation">What it is to this one, such as <c>supersedes</c> or <c>about</c>.</param>
public sealed record MemoryLink(string MemoryId, string Relation);
