using Remanence.Memories;

namespace Remanence.TaskMemory.Deduplication;

/// <summary>Judges what a new memory is to others that are near it.</summary>
/// <param name="candidate">The new one.</param>
/// <param name="near">The others, nearest first; never empty.</param>
/// <param name="cancellationToken">Stops the judging.</param>
/// <returns>One verdict for each of the others.</returns>
internal delegate Task<IReadOnlyList<Verdict>> VerdictFunction(Memory candidate, IReadOnlyList<Memory> near, CancellationToken cancellationToken);
