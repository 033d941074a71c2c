using Microsoft.Extensions.AI;
using Remanence.Models.Reranking;

namespace Remanence.Models.Profiles;

/// <summary>
/// Makes clients for one kind of endpoint. Its clients make one attempt a call, end within the profile's time limit, and throw a
/// <see cref="ModelException"/> for every failure of the endpoint, an <see cref="OperationCanceledException"/> only when the caller cancelled; retries, limits,
/// caches and meters are put around them by <c>ModelCatalog</c>. Thread-safe, as are the clients.
/// </summary>
public abstract class ModelProvider
{
    /// <summary>The value of <c>backend</c> that chooses it.</summary>
    public abstract string Backend { get; }

    /// <summary>
    /// The kinds of models that it makes, of <c>llm</c>, <c>embedding_model</c>, <c>rerank_model</c> and <c>speech_model</c>; a profile of another kind that
    /// names it stops the start. Default: all.
    /// </summary>
    public virtual IReadOnlyList<string> Kinds => ProfileKinds.All;

    /// <summary>The names that <see cref="ModelProfile.Parameters"/> may hold; any other stops the start.</summary>
    public abstract IReadOnlyList<string> ParameterNames { get; }

    /// <summary>A chat client.</summary>
    /// <param name="profile">How to reach it.</param>
    public virtual IChatClient CreateChat(ModelProfile profile) => throw Lacks(profile, "chat");

    /// <summary>An embedder.</summary>
    /// <param name="profile">How to reach it.</param>
    public virtual IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(ModelProfile profile) => throw Lacks(profile, "embeddings");

    /// <summary>A reranker.</summary>
    /// <param name="profile">How to reach it.</param>
    public virtual Reranker CreateReranker(ModelProfile profile) => throw Lacks(profile, "reranking");

    /// <summary>A transcriber of speech.</summary>
    /// <param name="profile">How to reach it.</param>
    public virtual ISpeechToTextClient CreateSpeech(ModelProfile profile) => throw Lacks(profile, "speech");

    private NotSupportedException Lacks(ModelProfile profile, string what) => new($"{profile.Name}: the backend {Backend} has no {what}.");
}
