using System.Text.Json.Serialization;

namespace Remanence.PersonalMemory.Replies;

/// <summary>What personal memory asks models for.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ObservedFacts))]
[JsonSerializable(typeof(RelationsReply))]
[JsonSerializable(typeof(ScoresReply))]
[JsonSerializable(typeof(SubjectsReply))]
[JsonSerializable(typeof(InsightsReply))]
[JsonSerializable(typeof(RankReply))]
internal sealed partial class PersonalMemoryJson : JsonSerializerContext;
