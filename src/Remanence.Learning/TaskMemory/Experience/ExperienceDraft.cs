using Remanence.Memories;

namespace Remanence.TaskMemory.Experience;

/// <summary>Experience that is not yet reconciled with what the store holds.</summary>
/// <param name="Memory">The memory, if it is new.</param>
/// <param name="Course">Names request and actions, whatever the outcome.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="HasContrast">Whether the content says what another run did otherwise.</param>
/// <param name="Runs">Fingerprints of the runs behind it.</param>
internal sealed record ExperienceDraft(Memory Memory, string Course, Outcome Outcome, bool HasContrast, IReadOnlyList<string> Runs);
