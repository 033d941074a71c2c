using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Remanence.Chat;
using Remanence.Cli.Output;
using Remanence.Services;

namespace Remanence.Cli.Chat;

/// <summary>A conversation as JSON: one object a line, for what was said, for a slash command, or for a failure.</summary>
internal static class ChatJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Turn(string query, string? session, ChatReply reply) => Write(json =>
    {
        json.WriteString("query", query);
        json.WriteString("answer", reply.Text);
        json.WriteString("mode", reply.Mode);
        json.WriteString("session_id", session);
        json.WriteString("turn_id", reply.TurnId);
        json.WriteBoolean("remembered", reply.Remembered is not null);
        Found(json, "memories", reply.Memories);
        if (reply.Profile is { Items.Count: > 0 } profile)
        {
            json.WritePropertyName("profile");
            JsonSerializer.Serialize(json, profile, CliJson.Contracts.UserProfile);
        }

        if (reply.Usage is { } usage)
        {
            json.WriteStartObject("usage");
            Number(json, "input_tokens", usage.InputTokenCount);
            Number(json, "output_tokens", usage.OutputTokenCount);
            Number(json, "total_tokens", usage.TotalTokenCount);
            json.WriteEndObject();
        }

        if (reply.Degraded is { } degraded)
        {
            json.WriteString("degraded", degraded);
        }
    });

    public static string Slash(string command, SlashAnswer answer) => Write(json =>
    {
        json.WriteString("command", command);
        if (answer.Lines.Count > 0)
        {
            json.WriteStartArray("lines");
            foreach (var line in answer.Lines)
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
        }

        if (answer.Profile is { } profile)
        {
            json.WritePropertyName("profile");
            JsonSerializer.Serialize(json, profile, CliJson.Contracts.UserProfile);
        }

        if (answer.Found.Count > 0)
        {
            Found(json, "results", answer.Found);
        }

        if (answer.Groups.Count > 0)
        {
            json.WriteStartArray("groups");
            foreach (var group in answer.Groups)
            {
                Group(json, group);
            }

            json.WriteEndArray();
        }
    });

    public static string Failure(string input, string error) => Write(json =>
    {
        json.WriteString("query", input);
        json.WriteString("error", error);
    });

    private static void Group(Utf8JsonWriter json, MemoryGroup group)
    {
        json.WriteStartObject();
        json.WriteString("title", group.Title);
        json.WriteStartArray("memories");
        foreach (var memory in group.Memories)
        {
            JsonSerializer.Serialize(json, memory, CliJson.Contracts.MemoryDocument);
        }

        json.WriteEndArray();
        json.WriteNumber("more", group.More);
        json.WriteEndObject();
    }

    private static void Found(Utf8JsonWriter json, string name, IReadOnlyList<RetrievedMemory> memories)
    {
        json.WriteStartArray(name);
        foreach (var memory in memories)
        {
            JsonSerializer.Serialize(json, memory, CliJson.Contracts.RetrievedMemory);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
