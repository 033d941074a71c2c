namespace Remanence.Server.Wire;

/// <summary>Which state of a memory to go back to.</summary>
/// <param name="Sequence">The commit whose state to go back to; absent: the last state before now.</param>
internal sealed record RestoreRequest(long? Sequence);
