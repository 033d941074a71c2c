using System.Text.Json;
using Remanence.Models.Profiles;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Reranking;

/// <summary><c>{model, input: {query, documents}, parameters}</c> → <c>{output: {results: [{index, relevance_score}]}}</c>.</summary>
internal sealed class DashScopeWire(ModelProfile profile) : RerankWireShape
{
    private static readonly Uri DashScope = new("https://dashscope.aliyuncs.com/api/v1");

    public override Uri Address { get; } = new((profile.BaseUrl ?? DashScope).AbsoluteUri.TrimEnd('/') + "/services/rerank/text-rerank/text-rerank");

    public override byte[] Request(string query, IReadOnlyList<string> documents) => JsonSerializer.SerializeToUtf8Bytes(
        new DashScopeRequest(profile.Model, new DashScopeInput(query, documents), new DashScopeParameters(documents.Count, ReturnDocuments: false)),
        RerankJson.Default.DashScopeRequest);

    public override JsonElement? Results(JsonElement reply) =>
        reply.TryObject("output", out var output) && output.TryArray("results", out var results) ? results : null;
}
