using Remanence.Ingest;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Transfer;

/// <summary>What an import's records must be, and how they move into another workspace.</summary>
internal static class ImportRules
{
    public static void Check(ExportRecord record, int line, string format, int version)
    {
        var at = $"line {line}";
        if (record is null || new object?[] { record.Header, record.Resource, record.Message, record.Memory, record.Category, record.History }.Count(part => part is not null) != 1)
        {
            throw new InvalidRequestException(at, $"{at} must hold exactly one of header, resource, message, memory, category, history.");
        }

        if (line == 1 && (record.Header is not { } header || header.Format != format))
        {
            throw new InvalidRequestException(at, $"The import must begin with {{\"header\":{{\"format\":\"{format}\",…}}}}; this is not an export of Remanence.");
        }

        if (record.Header is { } first && first.Version != version)
        {
            throw new InvalidRequestException(at, $"The export has version {first.Version}; this Remanence reads version {version}. Use a newer one.");
        }

        if (record.Memory is { } memory)
        {
            RequestRules.CheckText($"{at}: memory.content", memory.Content, ServiceLimits.MaxMessageLength);
            RequestRules.CheckId($"{at}: memory.id", memory.Id);
            RequestRules.CheckId($"{at}: memory.kind", memory.Kind);
            RequestRules.CheckMetadata($"{at}: memory.metadata", memory.Metadata);
        }
    }

    public static ExportRecord Rehome(ExportRecord record, string workspace) => new()
    {
        Resource = record.Resource is { } resource ? resource with { Scope = Rehome(resource.Scope, workspace) } : null,
        Message = record.Message,
        Memory = Rehome(record.Memory, workspace),
        Category = record.Category is { } category ? category with { Scope = Rehome(category.Scope, workspace) } : null,
        History = record.History is { } history
            ? history with { Before = Rehome(history.Before, workspace), After = Rehome(history.After, workspace) }
            : null,
    };

    private static Scope Rehome(Scope scope, string workspace) => scope with { Workspace = workspace };

    private static MemoryDocument? Rehome(MemoryDocument? memory, string workspace) => memory is null ? null : memory with { Workspace = workspace };
}
