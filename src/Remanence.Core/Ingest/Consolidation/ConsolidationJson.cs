using System.Text.Json.Serialization;

namespace Remanence.Ingest.Consolidation;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ConsolidationWork))]
internal sealed partial class ConsolidationJson : JsonSerializerContext;
