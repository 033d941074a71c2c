using Remanence.Models.Profiles;
using Remanence.Models.Reranking;

namespace Remanence.OpenAI.Reranking;

/// <summary>Rerankers that speak the shape which Jina, Cohere, vLLM, llama.cpp and TEI share: <c>POST {base_url}/rerank</c>.</summary>
/// <param name="time">The clock of the time limits. Default: the system's.</param>
public sealed class RerankProvider(TimeProvider? time = null) : ModelProvider
{
    /// <inheritdoc/>
    public override string Backend => "rerank";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds => ["rerank_model"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["documents_name"];

    /// <inheritdoc/>
    public override Reranker CreateReranker(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new HttpReranker(profile, new RerankWire(profile), time ?? TimeProvider.System);
    }
}
