namespace Remanence.Evaluation.PassK;

/// <summary>How one run of a task ended.</summary>
/// <param name="Task">The task.</param>
/// <param name="Reward">1 and above: solved.</param>
internal readonly record struct RunResult(string Task, double Reward);
