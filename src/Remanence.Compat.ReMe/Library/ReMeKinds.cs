using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Compat.ReMe.Library;

/// <summary>ReMe's three types of memory and the kinds of Remanence.</summary>
internal static class ReMeKinds
{
    /// <summary>The type of a kind: whatever is not about tasks or tools is about people.</summary>
    public static string TypeOf(string kind) => kind switch
    {
        MemoryKinds.Task => ReMeFields.Task,
        MemoryKinds.Tool => ReMeFields.Tool,
        _ => ReMeFields.Personal,
    };

    /// <summary>The kind of an object.</summary>
    /// <exception cref="InvalidRequestException">Its type is unknown.</exception>
    public static string Read(JsonElement json, JsonElement? metadata, string at) => json.Text(ReMeFields.MemoryType, at) switch
    {
        null or "" or ReMeFields.Task => MemoryKinds.Task,
        ReMeFields.Tool => MemoryKinds.Tool,
        ReMeFields.Personal => ReadPersonal(json, metadata, at),
        var other => throw new InvalidRequestException(
            $"{at}.{ReMeFields.MemoryType}", $"{at}.{ReMeFields.MemoryType} is {Diagnostics.Printable.Show(other)}; use task, personal or tool."),
    };

    /// <summary>The kind of a personal memory as its metadata names it; null: it does not.</summary>
    /// <exception cref="InvalidRequestException">It is no Unicode text.</exception>
    public static string? Named(JsonElement? metadata, string at) =>
        metadata?.Member(ReMeFields.Kind) is { ValueKind: JsonValueKind.String } kind && JsonMembers.Text(kind, at) is { Length: > 0 and <= 64 } named
            && TypeOf(named) == ReMeFields.Personal
            ? named
            : null;

    private static string ReadPersonal(JsonElement json, JsonElement? metadata, string at)
    {
        if (Named(metadata, at) is { } named)
        {
            return named != MemoryKinds.Forgotten
                ? named
                : throw new InvalidRequestException(
                    $"{at}.{ReMeFields.Metadata}.{ReMeFields.Kind}",
                    $"{at}.{ReMeFields.Metadata}.{ReMeFields.Kind} is forgotten, which nobody brings: what was forgotten is noted by itself.");
        }

        var isInsight = !string.IsNullOrEmpty(json.Text(ReMeFields.ReflectionSubject, at)) || metadata?.Member("insight_type") is not null;
        return isInsight ? MemoryKinds.Insight : MemoryKinds.Observation;
    }
}
