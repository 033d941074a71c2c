using Remanence.Json;
using Remanence.Privacy;

namespace Remanence.Transfer;

/// <summary>What the rules of a workspace keep out is not brought in by an import, either.</summary>
internal static class ImportPrivacy
{
    /// <summary>The record without what the rules match.</summary>
    public static ExportRecord Redact(ExportRecord record, string workspace, PrivacyGuard guard)
    {
        return record with
        {
            Resource = record.Resource is { } resource
                ? resource with { Text = Text(resource.Text), Name = Text(resource.Name), Metadata = guard.Redact(workspace, resource.Metadata) }
                : null,
            Message = record.Message is { } stored
                ? stored with
                {
                    Message = stored.Message with { Content = guard.Redact(workspace, stored.Message.Content) },
                }
                : null,
            Category = record.Category is { } category
                ? category with
                {
                    Name = Text(category.Name)!,
                    Description = Text(category.Description),
                    Summary = Text(category.Summary),
                }
                : null,
            Memory = Memory(record.Memory),
            History = record.History is { } entry
                ? entry with
                {
                    Reason = Text(entry.Reason),
                    Before = Memory(entry.Before),
                    After = Memory(entry.After),
                }
                : null,
        };

        string? Text(string? text) => text is null ? null : guard.Redact(workspace, text);

        MemoryDocument? Memory(MemoryDocument? document) => document is null ? null : MemoryDocument.From(guard.Redact(document.ToMemory()));
    }
}
