namespace Remanence.Models.Profiles;

/// <summary>The names under which profiles of each kind stand in the configuration.</summary>
public static class ProfileKinds
{
    /// <summary>Chat models.</summary>
    public const string Chat = "llm";

    /// <summary>Embedders.</summary>
    public const string Embeddings = "embedding_model";

    /// <summary>Rerankers.</summary>
    public const string Rerank = "rerank_model";

    /// <summary>Transcribers of speech.</summary>
    public const string Speech = "speech_model";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Chat, Embeddings, Rerank, Speech];

    /// <summary>Splits <c>llm.fast</c> into <c>llm</c> and <c>fast</c>; null where it is no such name.</summary>
    internal static (string Kind, string Name)? Split(string wholeName)
    {
        var dot = wholeName.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < wholeName.Length - 1 && All.Contains(wholeName[..dot], StringComparer.Ordinal) ? (wholeName[..dot], wholeName[(dot + 1)..]) : null;
    }
}
