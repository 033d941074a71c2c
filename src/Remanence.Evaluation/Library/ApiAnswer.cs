using System.Text.Json;

namespace Remanence.Evaluation.Library;

/// <summary>What a server answered a call.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null where it is not JSON.</param>
internal sealed record ApiAnswer(int Status, JsonElement? Body)
{
    // Where the surfaces' answers hold their memories.
    private static readonly string[][] MemoryPaths = [["memories"], ["items"], ["metadata", "memory_list"]];

    /// <summary>Whether it did what it was asked for; flows say so in the body.</summary>
    public bool IsGood => Status is >= 200 and < 300 && !(Member(Body, "success") is { ValueKind: JsonValueKind.False });

    /// <summary>The id of the first memory in it; null: there is none.</summary>
    public string? MemoryId => MemoryPaths
        .Select(path => path.Aggregate(Body, Member))
        .Where(list => list is { ValueKind: JsonValueKind.Array } items && items.GetArrayLength() > 0)
        .Select(list => (Member(list!.Value[0], "id") ?? Member(list.Value[0], "memory_id"))?.GetString())
        .FirstOrDefault();

    /// <summary>The status and, where it failed, the reason.</summary>
    public override string ToString() => IsGood ? $"{Status}" : $"{Status} {Reason()}".Trim();

    private string Reason()
    {
        var detail = Member(Body, "detail");
        return detail is { ValueKind: JsonValueKind.Array } faults
            ? string.Join(
                "; ",
                faults
                    .EnumerateArray()
                    .Select(fault => $"{fault.GetProperty("loc")[fault.GetProperty("loc").GetArrayLength() - 1]}: {fault.GetProperty("msg")}"))
            : (detail ?? Member(Body, "answer"))?.ToString() ?? "";
    }

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } object_ && object_.TryGetProperty(name, out var value) ? value : null;
}
