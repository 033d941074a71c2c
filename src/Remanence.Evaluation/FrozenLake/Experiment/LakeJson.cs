using System.Text.Json.Serialization;

namespace Remanence.Evaluation.FrozenLake.Experiment;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LakeRow))]
[JsonSerializable(typeof(SummaryRow))]
[JsonSerializable(typeof(FrozenLakeReport))]
internal sealed partial class LakeJson : JsonSerializerContext;
