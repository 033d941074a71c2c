namespace Remanence.Models.Profiles;

/// <summary>The names under which profiles of each kind stand in the configuration.</summary>
internal static class ProfileKinds
{
    public const string Chat = "llm";
    public const string Embeddings = "embedding_model";
    public const string Rerank = "rerank_model";
    public const string Speech = "speech_model";

    public static IReadOnlyList<string> All { get; } = [Chat, Embeddings, Rerank, Speech];

    /// <summary>Splits <c>llm.fast</c> into <c>llm</c> and <c>fast</c>; null where it is no such name.</summary>
    public static (string Kind, string Name)? Split(string wholeName)
    {
        var dot = wholeName.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < wholeName.Length - 1 && All.Contains(wholeName[..dot], StringComparer.Ordinal)
            ? (wholeName[..dot], wholeName[(dot + 1)..])
            : null;
    }
}
