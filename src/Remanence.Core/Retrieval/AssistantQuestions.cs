namespace Remanence.Retrieval;

/// <summary>
/// Recognizes questions about what the assistant said, such as "which book did you recommend" and "你推荐了什么". A mere request, "can you list …",
/// is not one.
/// </summary>
internal static class AssistantQuestions
{
    private static readonly string[] Phrases =
    [
        "did you ", "you told", "you said", "you gave", "you recommended", "you suggested", "you mentioned", "you provided", "you listed", "you advised",
        "you wrote", "you explained", "your recommendation", "your suggestion", "your advice", "your answer",
        "你说过", "你推荐", "你建议", "你提到", "你告诉", "你给我", "你写的", "你列",
    ];

    public static bool IsAsked(string query) => Phrases.Any(phrase => query.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
