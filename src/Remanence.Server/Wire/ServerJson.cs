using System.Text.Json.Serialization;

namespace Remanence.Server.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RestoreRequest))]
[JsonSerializable(typeof(WorkRequest))]
[JsonSerializable(typeof(ServerRoot))]
internal sealed partial class ServerJson : JsonSerializerContext;
