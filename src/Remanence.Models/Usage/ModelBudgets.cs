namespace Remanence.Models.Usage;

/// <summary>The limits of spending; by default there are none.</summary>
public sealed record ModelBudgets
{
    /// <summary>For each workspace and day (UTC), counted by this process since it started.</summary>
    public ModelBudget WorkspaceDay { get; init; } = new();

    /// <summary>For each job, over all its attempts in this process.</summary>
    public ModelBudget Job { get; init; } = new();
}
