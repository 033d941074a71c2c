using System.Text.Json.Serialization;

namespace Remanence.OpenAI.Reranking;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RerankRequest))]
[JsonSerializable(typeof(DashScopeRequest))]
internal sealed partial class RerankJson : JsonSerializerContext;
