using System.Text.Json;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Text.Folding;

namespace Remanence.Commits;

/// <summary>
/// No store keeps a NUL. Callers who send one are refused by the rules of their surface; what comes to the committer all the same is a model's, or lay in an
/// older store, and is taken out of a memory's text. Anywhere else it is refused.
/// </summary>
internal static class NulCharacters
{
    public static ChangeSet TakeOut(ChangeSet changes)
    {
        Refuse(changes);
        return changes.Inserts.Any(Has) || changes.Updates.Any(update => Has(update.Memory))
            ? new ChangeSet(changes)
            {
                Inserts = [.. changes.Inserts.Select(TakeOut)],
                Updates = [.. changes.Updates.Select(update => update with { Memory = TakeOut(update.Memory) })],
            }
            : changes;
    }

    private static bool Has(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);

    private static bool Has(Memory memory) => Has(memory.Content) || Has(memory.Trigger) || Has(memory.Role) || Has(memory.Name)
        || memory.Keywords.Any(Has) || memory.Sources.Any(source => Has(source.Quote)) || (memory.Metadata is { } metadata && StoreArguments.HoldsNul(metadata))
        || !ReferenceEquals(memory.State, TakeOut(memory.State));

    private static Memory TakeOut(Memory memory) => !Has(memory) ? memory : new Memory(memory)
    {
        Content = NulText.TakeOut(memory.Content),
        Trigger = memory.Trigger is { } trigger ? NulText.TakeOut(trigger) : null,
        Role = memory.Role is { } role ? NulText.TakeOut(role) : null,
        Name = memory.Name is { } name ? NulText.TakeOut(name) : null,
        Keywords = [.. memory.Keywords.Select(NulText.TakeOut)],
        Sources = [.. memory.Sources.Select(source => Has(source.Quote) ? source with { Quote = NulText.TakeOut(source.Quote!) } : source)],
        Metadata = memory.Metadata is { } metadata ? TakeOut(metadata) : null,
        State = TakeOut(memory.State),
    };

    private static MemoryState? TakeOut(MemoryState? state) =>
        StateWords.Change(state, NulText.TakeOut, json => StoreArguments.HoldsNul(json) ? TakeOut(json) : null);

    private static JsonElement TakeOut(JsonElement json)
    {
        using var document = JsonDocument.Parse(NulText.TakeOutEscapes(json.GetRawText()));
        return document.RootElement.Clone();
    }

    private static void Refuse(ChangeSet changes)
    {
        Refuse("reason", changes.Reason);
        foreach (var resource in changes.Resources)
        {
            Refuse("resource.name", resource.Name);
            Refuse("resource.media_type", resource.MediaType);
            Refuse("resource.text", resource.Text);
        }

        foreach (var message in changes.Messages)
        {
            Refuse("messages.name", message.Message.Name);
            Refuse("messages.content", message.Message.Content);
        }

        foreach (var category in changes.Categories)
        {
            Refuse("category.name", category.Name);
            Refuse("category.description", category.Description);
            Refuse("category.summary", category.Summary);
        }
    }

    private static void Refuse(string field, string? text)
    {
        if (Has(text))
        {
            throw new InvalidRequestException(field, $"{field} contains a NUL character: remove it.");
        }
    }
}
