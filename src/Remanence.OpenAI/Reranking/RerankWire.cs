using System.Text.Json;
using Remanence.Models.Profiles;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Reranking;

/// <summary>
/// <c>{model, query, documents, top_n, return_documents}</c> → <c>{results: [{index, relevance_score}]}</c>, or TEI's <c>{query, texts}</c> → <c>[{index,
/// score}]</c>.
/// </summary>
internal sealed class RerankWire : RerankWireShape
{
    private readonly string _model;
    private readonly bool _texts;

    public RerankWire(ModelProfile profile)
    {
        var root =
            profile.BaseUrl ?? throw new ArgumentException($"{profile.Name}: a reranker needs base_url, such as https://api.jina.ai/v1.", nameof(profile));
        Address = new Uri(root.AbsoluteUri.TrimEnd('/') + "/rerank");
        _model = profile.Model;
        _texts = profile.Text("documents_name") switch
        {
            null or "documents" => false,
            "texts" => true,
            var other => throw new ArgumentException(
                $"{profile.Name}: documents_name is \"{other}\"; it must be documents, or texts for TEI.",
                nameof(profile)),
        };
    }

    public override Uri Address { get; }

    public override byte[] Request(string query, IReadOnlyList<string> documents) => JsonSerializer.SerializeToUtf8Bytes(
        _texts ? new RerankRequest(_model, query, null, documents, null, null) : new RerankRequest(_model, query, documents, null, documents.Count, false),
        RerankJson.Default.RerankRequest);

    public override JsonElement? Results(JsonElement reply) =>
        reply.ValueKind == JsonValueKind.Array ? reply : reply.TryArray("results", out var results) || reply.TryArray("data", out results) ? results : null;
}
