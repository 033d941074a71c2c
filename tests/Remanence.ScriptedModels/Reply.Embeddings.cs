using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.ScriptedModels;

/// <summary>Embeddings and reranking.</summary>
public sealed partial class Reply
{
    /// <summary>The vectors of <see cref="TextVectors"/> for the request's inputs; <c>dimensions</c> and <c>encoding_format</c> are obeyed.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="dimensions">How many numbers, where the request does not say.</param>
    /// <param name="space">Which model: two spaces have nothing to do with each other.</param>
    public static Reply Embeddings(SeenRequest request, int dimensions = 32, int space = 0)
    {
        var input = request.Json.GetProperty("input");
        var texts = input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().Select(text => text.GetString()!) : [input.GetString()!];
        var wanted = request.Json.TryGetProperty("dimensions", out var asked) ? asked.GetInt32() : dimensions;
        var packed = request.Json.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        return Vectors([.. texts.Select(text => TextVectors.Of(text, wanted, space))], packed);
    }

    /// <summary>These vectors.</summary>
    /// <param name="vectors">One a text.</param>
    /// <param name="base64">Whether they are packed.</param>
    public static Reply Vectors(IReadOnlyList<float[]> vectors, bool base64 = false) => Json(new JsonObject
    {
        ["object"] = "list",
        ["model"] = "scripted",
        ["data"] = new JsonArray([.. vectors.Select((vector, index) => new JsonObject
        {
            ["object"] = "embedding",
            ["index"] = index,
            ["embedding"] = base64
                ? Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(vector))
                : new JsonArray([.. vector.Select(number => (JsonNode)JsonValue.Create(number))]),
        })]),
        ["usage"] = new JsonObject { ["prompt_tokens"] = vectors.Count, ["total_tokens"] = vectors.Count },
    }.ToJsonString());

    /// <summary>Scores by the words that query and document share, best first, in the shape that the request is in.</summary>
    public static Reply Rerank(SeenRequest request)
    {
        var isDashScope = request.Json.TryGetProperty("input", out var input);
        var root = isDashScope ? input : request.Json;
        var isTei = root.TryGetProperty("texts", out var documents);
        documents = isTei ? documents : root.GetProperty("documents");
        var query = Words(root.GetProperty("query").GetString()!);
        var scored = documents.EnumerateArray()
            .Select((document, index) => (index, score: Words(document.GetString()!).Intersect(query).Count() / (double)Math.Max(1, query.Count)))
            .OrderByDescending(result => result.score);
        var results = new JsonArray([
            .. scored.Select(result => new JsonObject { ["index"] = result.index, [isTei ? "score" : "relevance_score"] = result.score }),
        ]);
        JsonNode reply =
            isDashScope ? new JsonObject { ["output"] = new JsonObject { ["results"] = results } }
            : isTei ? results
            : new JsonObject { ["results"] = results };
        return Json(reply.ToJsonString());
    }

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
