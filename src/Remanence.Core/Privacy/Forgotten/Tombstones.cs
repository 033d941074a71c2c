using System.Globalization;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.Stores.Filters;

namespace Remanence.Privacy.Forgotten;

/// <summary>
/// Memories of kind <see cref="MemoryKinds.Forgotten"/>: each says of which messages nothing shall be made again, and not what it was. Never found by search,
/// listed only when asked for.
/// </summary>
internal static class Tombstones
{
    private const string English = "A memory was forgotten here on request; nothing is made of its sources again.";
    private const string Chinese = "此处一条记忆已应要求忘记，不再由其来源重新生成。";

    public static string IdOf(string forgottenId) => Identifiers.From(MemoryKinds.Forgotten, forgottenId);

    /// <summary>Whether forgetting the memory must keep it from being made again: it came out of messages.</summary>
    public static bool IsDerived(Memory memory) =>
        memory.Kind is not (MemoryKinds.Message or MemoryKinds.Forgotten) && memory.Sources.Any(source => source.MessageId is not null);

    public static Memory Of(Memory forgotten, IReadOnlyCollection<string> keys, DateTimeOffset now) => new()
    {
        Id = IdOf(forgotten.Id),
        Scope = forgotten.Scope,
        Kind = MemoryKinds.Forgotten,
        Content = PromptLanguages.Of(forgotten.Content) == PromptLanguage.Chinese ? Chinese : English,
        ObservedAt = now,
        RecordedAt = now,
        UpdatedAt = now,
        Status = MemoryStatus.Expired,
        Sources = [.. forgotten.Sources.Select(source => new MemorySource { ResourceId = source.ResourceId, MessageId = source.MessageId }).Distinct()],
        State = keys.Count == 0 ? null : new MemoryState { Forgotten = [.. keys] },
    };

    /// <summary>By what a message is known again that comes once more under other ids.</summary>
    public static string KeyOf(Message message) => KeyOf(message.Role, message.Content, message.Time);

    public static string KeyOf(string role, string content, DateTimeOffset? time) =>
        Identifiers.From("content", role, content, time?.UtcTicks.ToString(CultureInfo.InvariantCulture));

    public static IEnumerable<string> KeysOf(Memory tombstone) => tombstone.State?.Forgotten ?? [];

    /// <summary>The filter, and no tombstones unless it names their kind.</summary>
    public static MemoryFilter Hide(MemoryFilter? filter)
    {
        var hidden = new MemoryFilter.Not(new MemoryFilter.Kind([MemoryKinds.Forgotten]));
        return filter is null ? hidden : Names(filter) ? filter : new MemoryFilter.And([hidden, filter]);
    }

    private static bool Names(MemoryFilter filter) => filter switch
    {
        MemoryFilter.Kind kind => kind.Values.Contains(MemoryKinds.Forgotten, StringComparer.Ordinal),
        MemoryFilter.Id => true,
        MemoryFilter.And and => and.Parts.Any(Names),
        MemoryFilter.Or or => or.Parts.Any(Names),
        _ => false,
    };
}
