using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Memories;

namespace Remanence.TaskMemory.Lessons;

/// <summary>Lessons of models as memories. One without a situation or without a lesson is left out.</summary>
internal static class LessonWriter
{
    public static IEnumerable<Memory> Write(IEnumerable<LessonReply> replies, Scope scope, string author, DateTimeOffset now) =>
        from reply in replies
        where !string.IsNullOrWhiteSpace(reply.WhenToUse) && !string.IsNullOrWhiteSpace(reply.Experience)
        select Make(scope, reply.WhenToUse, reply.Experience, author, Metadata(reply), now);

    public static IEnumerable<Memory> Write(IEnumerable<SimpleLessonReply> replies, Scope scope, string author, DateTimeOffset now) =>
        from reply in replies
        where !string.IsNullOrWhiteSpace(reply.WhenToUse) && !string.IsNullOrWhiteSpace(reply.Memory)
        select Make(scope, reply.WhenToUse, reply.Memory, author, null, now);

    private static JsonElement Metadata(LessonReply reply) => JsonSerializer.SerializeToElement(reply, LessonJson.Default.LessonReply);

    private static Memory Make(Scope scope, string whenToUse, string lesson, string author, JsonElement? metadata, DateTimeOffset now) => new()
    {
        Id = Identifiers.New(now),
        Scope = scope,
        Kind = MemoryKinds.Task,
        Author = author,
        Trigger = Clean(whenToUse),
        Content = Clean(lesson),
        Metadata = metadata,
        ObservedAt = now,
        RecordedAt = now,
        UpdatedAt = now,
    };

    private static string Clean(string text) => ShortText.Cut(text.Replace("\0", "", StringComparison.Ordinal).Trim(), 20_000);
}
