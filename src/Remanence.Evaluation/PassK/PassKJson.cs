using System.Text.Json.Serialization;

namespace Remanence.Evaluation.PassK;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<PassKReport>))]
internal sealed partial class PassKJson : JsonSerializerContext;
