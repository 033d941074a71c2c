namespace Remanence.Hosting.Sections;

/// <summary>A store as ReMe's configuration names it. Whatever it says, memories are kept in the store of Remanence.</summary>
public sealed record VectorStoreProfile
{
    /// <summary>Where ReMe's <c>local</c> store keeps its files when nothing else is said.</summary>
    public const string DefaultFolder = "./local_vector_store";

    /// <summary>Its name below <c>vector_store</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>memory</c> or <c>local</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>The embedder that it names below <c>embedding_model</c>; null: none.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>The folder with the files of ReMe's <c>local</c> store; null for another backend.</summary>
    public string? Folder { get; init; }
}
