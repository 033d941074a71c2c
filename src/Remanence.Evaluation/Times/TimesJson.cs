using System.Text.Json.Serialization;

namespace Remanence.Evaluation.Times;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TimesReport))]
internal sealed partial class TimesJson : JsonSerializerContext;
