namespace Remanence.Cli.Doctor;

/// <summary>What a check found.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Remedy">What to do; null when there is nothing to do.</param>
internal sealed record CheckResult(string Name, CheckOutcome Outcome, string Finding, string? Remedy = null)
{
    public static CheckResult Ok(string name, string finding) => new(name, CheckOutcome.Ok, finding);

    public static CheckResult Warn(string name, string finding, string remedy) => new(name, CheckOutcome.Warn, finding, remedy);

    public static CheckResult Fail(string name, string finding, string remedy) => new(name, CheckOutcome.Fail, finding, remedy);
}
