namespace Remanence.Models.Usage;

/// <summary>What calls of models came to on one account.</summary>
/// <param name="Workspace">The workspace that pays; null: nobody, or one that is no more.</param>
/// <param name="Day">The day (UTC).</param>
/// <param name="JobId">The job that they were made for; null: none.</param>
/// <param name="Totals">What they came to.</param>
public sealed record UsageEntry(string? Workspace, DateOnly Day, string? JobId, UsageTotals Totals);
