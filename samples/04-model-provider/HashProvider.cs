using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;

namespace OwnProvider;

// Retries, limits, caches and budgets are put around what it makes; it makes one attempt a call, and has none that can fail.
public sealed class HashProvider : ModelProvider
{
    private const string Dimensions = "dimensions";

    public override string Backend => "hash";

    public override IReadOnlyList<string> Kinds => ["llm", "embedding_model"];

    public override IReadOnlyList<string> ParameterNames => [Dimensions];

    public override IChatClient CreateChat(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new EchoChatClient(profile.Model);
    }

    public override IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new HashEmbedder(profile.Parameters.TryGetValue(Dimensions, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : 256);
    }
}
