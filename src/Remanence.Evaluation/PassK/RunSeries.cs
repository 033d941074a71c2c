namespace Remanence.Evaluation.PassK;

/// <summary>The runs of one experiment in one file, in their order.</summary>
internal sealed record RunSeries(string File, string Experiment, IReadOnlyList<RunResult> Runs);
