namespace Remanence.OpenAI.Reranking;

/// <summary>
/// Jina and Cohere name the texts <c>documents</c>, TEI <c>texts</c>; the former are told how many results are wanted, and that their text is not.
/// </summary>
internal sealed record RerankRequest(
    string Model,
    string Query,
    IReadOnlyList<string>? Documents,
    IReadOnlyList<string>? Texts,
    int? TopN,
    bool? ReturnDocuments);
