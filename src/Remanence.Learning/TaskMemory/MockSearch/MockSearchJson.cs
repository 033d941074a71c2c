using System.Text.Json.Serialization;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>What the mock search asks models for.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ComplexityReply))]
internal sealed partial class MockSearchJson : JsonSerializerContext;
