namespace Remanence.Cli.Doctor;

/// <summary>What all checks found.</summary>
/// <param name="Outcome">The worst of them.</param>
/// <param name="Checks">The checks.</param>
internal sealed record DoctorReport(CheckOutcome Outcome, IReadOnlyList<CheckResult> Checks);
