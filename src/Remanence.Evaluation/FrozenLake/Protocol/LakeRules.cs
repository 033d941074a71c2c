namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>What every run has in common.</summary>
/// <param name="Slippery">Whether moves may slip to the side.</param>
/// <param name="MaxSteps">A run that has not ended after so many moves has failed.</param>
internal sealed record LakeRules(bool Slippery, int MaxSteps = LakeRules.StepLimit)
{
    public const int StepLimit = 50;
}
