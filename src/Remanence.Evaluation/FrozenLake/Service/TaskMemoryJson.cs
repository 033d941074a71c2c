using System.Text.Json.Serialization;

namespace Remanence.Evaluation.FrozenLake.Service;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GuidanceQuery))]
[JsonSerializable(typeof(SummaryBody))]
internal sealed partial class TaskMemoryJson : JsonSerializerContext;
