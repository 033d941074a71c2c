using Remanence.Memories;

namespace Remanence.TaskMemory.Deduplication;

/// <summary>What a new memory is to another.</summary>
/// <param name="Candidate">The new one.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Other">The other; null when it is different from all.</param>
internal sealed record DuplicateFinding(Memory Candidate, Verdict Verdict, Memory? Other);
