using System.Text.Json;
using System.Text.Json.Serialization;
using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Json;
using Remanence.Transfer;
using Remanence.Wire;

namespace Remanence.Server.Native;

/// <summary>Reads one line of an import. Stricter than reading an answer: what is not understood would be lost without a word.</summary>
internal static class ImportRecord
{
    private static readonly RemanenceJson Strict = new(new JsonSerializerOptions(RemanenceJson.Default.Options)
    {
        // Deeper than any other body by what a record puts around metadata, and still less than what answers may nest.
        MaxDepth = RequestBody.MaxDepth + 4,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    });

    public static ExportRecord Parse(ReadOnlyMemory<byte> line, bool first)
    {
        ExportRecord record;
        try
        {
            JsonText.RequireWholeText(ref line, "line", RequestBody.MaxDepth + 4);
            record =
                JsonSerializer.Deserialize(line.Span, Strict.ExportRecord)
                ?? throw new InvalidRequestException("line", "is null; an export's lines are objects.");
        }
        catch (JsonException exception)
        {
            throw new InvalidRequestException("line", $"is not a line of an export: {JsonText.Reason(exception).TrimEnd('.')}{Place(exception)}.", exception);
        }

        var parts = (object?[])[record.Header, record.Resource, record.Message, record.Memory, record.Category, record.History];
        if (parts.Count(part => part is not null) != 1)
        {
            throw new InvalidRequestException("line", "must hold exactly one of header, resource, message, memory, category, history.");
        }

        if (record.Memory is { } memory && HoldsNull(memory) || record.History is { } history && (HoldsNull(history.Before) || HoldsNull(history.After)))
        {
            throw new InvalidRequestException("line", "holds a memory with null among its keywords, sources, links or categories.");
        }

        if (NullOwners.Find(line.Span, RequestBody.MaxDepth + 4) is { } owner)
        {
            throw new InvalidRequestException("line", $"says {owner} is null: name one, or leave the member out for what all share.");
        }

        return first == record.Header is not null ? record
            : first
                ? throw new InvalidRequestException(
                    "line",
                    "must be the export's header: {\"header\": {\"format\": \"" + ExportHeader.CurrentFormat + "\", …}}.")
            : throw new InvalidRequestException("line", "is a second header; send one export at a time.");
    }

    private static bool HoldsNull(MemoryDocument? memory) =>
        memory is not null && (Any(memory.Keywords) || Any(memory.Sources) || Any(memory.Links) || Any(memory.Categories));

    private static bool Any<T>(IReadOnlyList<T>? list)
        where T : class => list is not null && list.Any(item => item is null);

    private static string Place(JsonException exception) =>
        string.IsNullOrEmpty(exception.Path) || exception.Path == "$" ? string.Empty : $" (at {Printable.Line(exception.Path)})";
}
