using System.Text.Json.Serialization;

namespace Remanence.TaskMemory.Lessons;

/// <summary>What task memory asks models for.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<LessonReply>))]
[JsonSerializable(typeof(List<SimpleLessonReply>))]
[JsonSerializable(typeof(ValidationReply))]
[JsonSerializable(typeof(RankingReply))]
[JsonSerializable(typeof(RewriteReply))]
[JsonSerializable(typeof(SegmentationReply))]
[JsonSerializable(typeof(VerdictReply))]
[JsonSerializable(typeof(CallJudgementReply))]
internal sealed partial class LessonJson : JsonSerializerContext;
