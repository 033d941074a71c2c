using Remanence.Diagnostics;
using Remanence.Editing;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Services.Rules;

namespace Remanence.Transfer;

/// <summary>What an import's records must be, and how they move into another workspace.</summary>
internal static class ImportRules
{
    /// <param name="record">The record.</param>
    /// <param name="line">Its line, for errors.</param>
    /// <param name="rule">What else is refused of a memory's state.</param>
    public static void Check(ExportRecord record, int line, Action<MemoryState, string>? rule)
    {
        var at = $"line {line}";
        if (
            record is null
            || new object?[] { record.Header, record.Resource, record.Message, record.Memory, record.Category, record.History }.Count(part => part is not null)
                != 1)
        {
            throw new InvalidRequestException(at, $"{at} must hold exactly one of header, resource, message, memory, category, history.");
        }

        if (line == 1 && (record.Header is not { } header || header.Format != ExportHeader.CurrentFormat))
        {
            throw new InvalidRequestException(
                at,
                $"The import must begin with {{\"header\":{{\"format\":\"{ExportHeader.CurrentFormat}\",…}}}}; this is not an export of Remanence.");
        }

        if (record.Header is { } first && first.Version != ExportHeader.CurrentVersion)
        {
            throw new InvalidRequestException(at, $"The export has version {first.Version}; this Remanence reads version {ExportHeader.CurrentVersion}.");
        }

        CheckParts(record, at);
        foreach (
            var (memory, place) in new[] { (record.Memory, "memory"), (record.History?.Before, "history.before"), (record.History?.After, "history.after") })
        {
            if (memory?.State is { } state)
            {
                rule?.Invoke(state, $"{at}: {place}.state");
            }
        }
    }

    private static void CheckParts(ExportRecord record, string at)
    {
        if (record.Memory is { } memory)
        {
            MemoryRules.Check(memory, $"{at}: memory");
        }

        if (record.Resource is { } resource)
        {
            RequireId($"{at}: resource.id", resource.Id);
            RequireId($"{at}: resource.modality", resource.Modality);
            CheckOwner($"{at}: resource", resource.Scope);
            RequestRules.CheckId($"{at}: resource.name", resource.Name);
            RequestRules.CheckId($"{at}: resource.media_type", resource.MediaType);
            RequestRules.CheckMetadata($"{at}: resource.metadata", resource.Metadata);
            ImportedState.Check(resource.State, $"{at}: resource.state");
            CheckOptionalText($"{at}: resource.text", resource.Text, ServiceLimits.MaxDocumentLength);
        }

        if (record.Message is { } message)
        {
            RequireId($"{at}: message.resource_id", message.ResourceId);
            RequireId($"{at}: message.message.id", message.Message?.Id);
            RequireId($"{at}: message.message.role", message.Message!.Role);
            RequestRules.CheckId($"{at}: message.message.name", message.Message.Name);
            RequestRules.CheckText($"{at}: message.message.content", message.Message.Content, ServiceLimits.MaxMessageLength);
            if (message.Position < 0)
            {
                throw new InvalidRequestException($"{at}: message.position", $"{at}: message.position is {message.Position}; positions count from 0.");
            }
        }

        if (record.Category is { } category)
        {
            RequireId($"{at}: category.id", category.Id);
            CheckOwner($"{at}: category", category.Scope);
            RequestRules.CheckText($"{at}: category.name", category.Name, ServiceLimits.MaxIdLength);
            CheckOptionalText($"{at}: category.description", category.Description, ServiceLimits.MaxMessageLength);
            CheckOptionalText($"{at}: category.summary", category.Summary, ServiceLimits.MaxMessageLength);
        }

        if (record.History is { } history)
        {
            CheckHistory(history, $"{at}: history");
        }
    }

    private static void CheckHistory(HistoryDocument history, string at)
    {
        RequireId($"{at}.memory_id", history.MemoryId);
        RequireId($"{at}.actor", history.Actor);
        CheckOptionalText($"{at}.reason", history.Reason, ServiceLimits.MaxMessageLength);
        if (history.Before is null && history.After is null)
        {
            throw new InvalidRequestException(at, $"{at} has neither before nor after; a change has at least one.");
        }

        foreach (var (memory, name) in new[] { (history.Before, ".before"), (history.After, ".after") })
        {
            if (memory is null)
            {
                continue;
            }

            MemoryRules.Check(memory, at + name);
            if (memory.Id != history.MemoryId)
            {
                throw new InvalidRequestException(
                    $"{at}{name}.id",
                    $"{at}{name}.id is {Printable.Show(memory.Id)}, but the change is one of {Printable.Show(history.MemoryId)}.");
            }
        }
    }

    private static void CheckOwner(string at, Scope? scope)
    {
        if (scope is null)
        {
            throw new InvalidRequestException($"{at}.scope", $"{at}.scope is missing: say where it belongs.");
        }

        RequestRules.CheckOwner($"{at}.scope.user", scope.User);
        RequestRules.CheckOwner($"{at}.scope.agent", scope.Agent);
        RequestRules.CheckOwner($"{at}.scope.session", scope.Session);
    }

    private static void RequireId(string field, string? id) => RequestRules.CheckId(field, id ?? "");

    private static void CheckOptionalText(string field, string? text, int limit)
    {
        if (text is not null && text.Length > 0)
        {
            RequestRules.CheckText(field, text, limit);
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
