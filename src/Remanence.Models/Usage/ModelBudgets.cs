namespace Remanence.Models.Usage;

/// <summary>
/// The limits of spending; by default there are none. Where a store keeps the account, all processes over it share them, and each learns within two seconds
/// of what another spent (<see cref="UsageMeter"/>).
/// </summary>
public sealed record ModelBudgets
{
    /// <summary>For each workspace and day (UTC).</summary>
    public ModelBudget WorkspaceDay { get; init; } = new();

    /// <summary>For each job, over all its attempts.</summary>
    public ModelBudget Job { get; init; } = new();
}
