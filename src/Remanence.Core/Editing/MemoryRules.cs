using Remanence.Json;
using Remanence.Services;
using Remanence.Services.Rules;

namespace Remanence.Editing;

/// <summary>
/// What a memory must be that an import or a library brings: what this engine could have stored itself, and so what every other operation can work with.
/// </summary>
internal static class MemoryRules
{
    public static void Check(MemoryDocument memory, string at)
    {
        RequireId($"{at}.id", memory.Id);
        RequireId($"{at}.kind", memory.Kind);
        RequireId($"{at}.author", memory.Author);
        RequestRules.CheckOwner($"{at}.user_id", memory.UserId);
        RequestRules.CheckOwner($"{at}.agent_id", memory.AgentId);
        RequestRules.CheckOwner($"{at}.session_id", memory.SessionId);
        RequestRules.CheckId($"{at}.role", memory.Role);
        RequestRules.CheckId($"{at}.name", memory.Name);
        RequestRules.CheckId($"{at}.superseded_by", memory.SupersededBy);
        RequestRules.CheckText($"{at}.content", memory.Content, ServiceLimits.MaxMessageLength);
        RequestRules.CheckMetadata($"{at}.metadata", memory.Metadata);
        StateRules.Check(memory.State, $"{at}.state");
        if (memory.Trigger is { } trigger)
        {
            RequestRules.CheckText($"{at}.trigger", trigger, ServiceLimits.MaxMessageLength);
        }

        if (memory.Score is { } score && !(score >= 0 && score <= 1))
        {
            throw new InvalidRequestException($"{at}.score", $"{at}.score is {score}; use 0 to 1.");
        }

        if (memory.EventTime is { } time && time.End < time.Start)
        {
            throw new InvalidRequestException($"{at}.event_time", $"{at}.event_time ends before it starts.");
        }

        CheckLists(memory, at);
    }

    private static void CheckLists(MemoryDocument memory, string at)
    {
        if (memory.Keywords?.Count > ServiceLimits.MaxKeywords)
        {
            throw new InvalidRequestException(
                $"{at}.keywords",
                $"{at}.keywords has {memory.Keywords.Count} items; at most {ServiceLimits.MaxKeywords} are allowed.");
        }

        foreach (var keyword in memory.Keywords ?? [])
        {
            RequireId($"{at}.keywords", keyword);
        }

        foreach (var category in memory.Categories ?? [])
        {
            RequireId($"{at}.categories", category);
        }

        foreach (var source in memory.Sources ?? [])
        {
            RequireId($"{at}.sources.resource_id", source?.ResourceId);
            RequestRules.CheckId($"{at}.sources.message_id", source!.MessageId);
            if (source.Quote is { Length: > 0 } quote)
            {
                RequestRules.CheckText($"{at}.sources.quote", quote, ServiceLimits.MaxMessageLength);
            }
        }

        foreach (var link in memory.Links ?? [])
        {
            RequireId($"{at}.links.memory_id", link?.MemoryId);
            RequireId($"{at}.links.relation", link!.Relation);
        }
    }

    private static void RequireId(string field, string? id) => RequestRules.CheckId(field, id ?? "");
}
