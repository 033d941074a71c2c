using System.Buffers;
using System.Text.Json;
using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>What a finished job made. It takes the payload's place, which nobody needs any more, so that whoever waits can be told, from any process.</summary>
internal static class JobResult
{
    private const string Memories = "memories";

    // A waiting caller is answered with memories, not with a library.
    private const int MostTold = 1000;

    public static JsonElement ToPayload(ChangeSet? work)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray(Memories);
            foreach (var id in IdsOf(work).Take(MostTold))
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> IdsOf(ChangeSet? work) =>
        work is null
            ? []
            : work
                .Inserts.Select(memory => memory.Id)
                .Concat(work.Updates.Select(update => update.Memory.Id))
                .Concat(work.Supersessions.Select(replaced => replaced.MemoryId))
                .Distinct(StringComparer.Ordinal);

    public static IReadOnlyList<string> MemoriesOf(Job job) =>
        job is { State: JobState.Succeeded, Payload: { ValueKind: JsonValueKind.Object } payload } && payload.TryGetProperty(Memories, out var ids)
            ? [.. ids.EnumerateArray().Select(id => id.GetString()!)]
            : [];
}
