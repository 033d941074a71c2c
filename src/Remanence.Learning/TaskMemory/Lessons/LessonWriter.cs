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
        select Make(scope, reply.WhenToUse, reply.Experience, author, reply, now);

    public static IEnumerable<Memory> Write(IEnumerable<SimpleLessonReply> replies, Scope scope, string author, DateTimeOffset now) =>
        from reply in replies
        where !string.IsNullOrWhiteSpace(reply.WhenToUse) && !string.IsNullOrWhiteSpace(reply.Memory)
        select Make(scope, reply.WhenToUse, reply.Memory, author, null, now);

    private static Memory Make(Scope scope, string whenToUse, string lesson, string author, LessonReply? reply, DateTimeOffset now) =>
        new()
        {
            Id = Identifiers.New(now),
            Scope = scope,
            Kind = MemoryKinds.Task,
            Author = author,
            Trigger = Clean(whenToUse),
            Content = Clean(lesson),
            Metadata = reply is null ? null : JsonSerializer.SerializeToElement(reply, LessonJson.Default.LessonReply),
            State =
                reply?.Confidence is { } sure && double.IsFinite(sure)
                    ? new MemoryState { Experience = new ExperienceState { Confidence = Math.Clamp(sure, 0, 1) } }
                    : null,
            ObservedAt = now,
            RecordedAt = now,
            UpdatedAt = now,
        };

    private static string Clean(string text) => ShortText.Cut(text.Replace("\0", "", StringComparison.Ordinal).Trim(), 20_000);
}
