namespace Remanence.OpenAI.Reranking;

/// <summary>How many results DashScope gives, and that their text is not wanted.</summary>
internal sealed record DashScopeParameters(int TopN, bool ReturnDocuments);
