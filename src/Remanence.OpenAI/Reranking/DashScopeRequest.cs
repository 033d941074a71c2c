namespace Remanence.OpenAI.Reranking;

/// <summary>What DashScope is asked.</summary>
internal sealed record DashScopeRequest(string Model, DashScopeInput Input, DashScopeParameters Parameters);
