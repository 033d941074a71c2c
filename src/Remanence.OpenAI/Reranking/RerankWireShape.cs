using System.Text.Json;

namespace Remanence.OpenAI.Reranking;

/// <summary>How one kind of rerank endpoint is asked, and where its results are.</summary>
internal abstract class RerankWireShape
{
    public abstract Uri Address { get; }

    public abstract byte[] Request(string query, IReadOnlyList<string> documents);

    /// <summary>The list of results; null when the reply has none.</summary>
    public abstract JsonElement? Results(JsonElement reply);
}
