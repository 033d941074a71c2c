namespace Remanence.TaskMemory.Plans;

/// <summary>A tool's guide.</summary>
/// <param name="MemoryId">The tool's memory.</param>
/// <param name="Text">The guide; null: the one it has stays.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Calls">Hashes of the calls that it knows.</param>
internal sealed record WrittenGuide(string MemoryId, string? Text, string Author, IReadOnlySet<string> Calls);
