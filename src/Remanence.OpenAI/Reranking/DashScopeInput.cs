namespace Remanence.OpenAI.Reranking;

/// <summary>The texts of a DashScope request.</summary>
internal sealed record DashScopeInput(string Query, IReadOnlyList<string> Documents);
