using System.Text.Json.Serialization;

namespace Remanence.Server;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Health.HealthReport))]
[JsonSerializable(typeof(Wire.RestoreRequest))]
[JsonSerializable(typeof(Wire.WorkRequest))]
internal sealed partial class ServerJson : JsonSerializerContext;
