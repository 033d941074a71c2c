namespace Remanence.Jobs;

/// <summary>How many jobs stand at one place.</summary>
/// <param name="Kind">Their <see cref="Job.Kind"/>.</param>
/// <param name="State">Their <see cref="Job.State"/>.</param>
/// <param name="Count">How many.</param>
public sealed record JobCount(string Kind, JobState State, long Count);
