using Remanence.Models.Profiles;
using Remanence.Models.Reranking;

namespace Remanence.OpenAI.Reranking;

/// <summary>DashScope's <c>gte-rerank</c> models in their native shape. Without a base address it is DashScope's own.</summary>
/// <param name="time">The clock of the time limits. Default: the system's.</param>
public sealed class DashScopeRerankProvider(TimeProvider? time = null) : ModelProvider
{
    /// <inheritdoc/>
    public override string Backend => "dashscope_rerank";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds => ["rerank_model"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => [];

    /// <inheritdoc/>
    public override Reranker CreateReranker(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new HttpReranker(profile, new DashScopeWire(profile), time ?? TimeProvider.System);
    }
}
