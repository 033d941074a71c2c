namespace Remanence.TaskMemory.Experience;

/// <summary>One thing that an agent did, and what it saw then.</summary>
/// <param name="Action">What it did, in short.</param>
/// <param name="Tool">The tool by which it did it; null when by none.</param>
/// <param name="Observation">What came back; empty when nothing did.</param>
internal sealed record ActionStep(string Action, string? Tool, string Observation);
