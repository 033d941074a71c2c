using System.Text.Json.Serialization;

namespace Remanence.PersonalMemory.Operators;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ObservedFacts))]
internal sealed partial class PersonalMemoryJson : JsonSerializerContext;
