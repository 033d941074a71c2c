using System.Text.Json.Serialization;

namespace Remanence.Evaluation.FrozenLake.Simulation;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LakeMapRow))]
[JsonSerializable(typeof(string))]
internal sealed partial class SimulationJson : JsonSerializerContext;
