namespace Remanence.DependencyInjection;

/// <summary>What one call gave; the last holds.</summary>
/// <param name="Options">Models and flows.</param>
internal sealed record GivenFlows(ModelsAndFlowsOptions Options);
