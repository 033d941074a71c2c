using Remanence.Memories;

namespace Remanence.TaskMemory.Deduplication;

/// <summary>Judges what a new memory is to a stored one that is near it.</summary>
/// <param name="candidate">The new one.</param>
/// <param name="stored">The stored one.</param>
/// <param name="similarity">How near, 0 to 1.</param>
/// <param name="cancellationToken">Stops the judging.</param>
internal delegate Task<Verdict> VerdictFunction(Memory candidate, Memory stored, double similarity, CancellationToken cancellationToken);
