using System.Text.Json.Serialization;

namespace Remanence.Evaluation.Retrieval;

/// <summary>The JSON of reports and details, in the manners of every other surface: snake case, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RetrievalReport))]
[JsonSerializable(typeof(IReadOnlyList<RetrievalReport>))]
[JsonSerializable(typeof(QuestionDetail))]
public sealed partial class EvaluationJson : JsonSerializerContext;
