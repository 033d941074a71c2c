namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>One message between the lake and its player.</summary>
internal sealed record LakeMessage(string Role, string Content)
{
    public const string System = "system";
    public const string User = "user";
    public const string Assistant = "assistant";
}
