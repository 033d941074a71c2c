namespace Remanence.Cli.Output;

/// <summary>What was taken out.</summary>
/// <param name="Forgotten">The memories.</param>
internal sealed record ForgetSummary(IReadOnlyList<string> Forgotten);
