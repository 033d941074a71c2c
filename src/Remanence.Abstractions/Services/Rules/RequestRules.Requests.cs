using Remanence.Json;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Services.Rules;

/// <content>Whole requests of the small contract.</content>
public static partial class RequestRules
{
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Refuses messages that cannot be kept.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="request">The messages.</param>
    public static void Check(string workspace, MemorizeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckMessages(request);
        CheckScope(workspace, request.UserId, request.AgentId, request.SessionId);
        CheckId(IdempotencyKey, request.IdempotencyKey);
    }

    /// <summary>Refuses a question that cannot be asked.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="request">The question.</param>
    public static void Check(string workspace, RetrieveRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckScope(workspace, request.UserId, request.AgentId, request.SessionId);
        CheckText("query", request.Query, ServiceLimits.MaxQueryLength);
        if (request.TopK is < 1 or > ServiceLimits.MaxTopK)
        {
            throw new InvalidRequestException("top_k", $"top_k is {request.TopK}; use 1 to {ServiceLimits.MaxTopK}.");
        }

        CheckTokens(request.MaxTokens);
        foreach (var kind in request.Kinds ?? [])
        {
            CheckId("kinds", kind ?? "");
        }
    }

    /// <summary>Refuses a statement that cannot be kept.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="request">The statement.</param>
    public static void Check(string workspace, AddMemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckScope(workspace, request.UserId, request.AgentId, request.SessionId);
        CheckId(IdempotencyKey, request.IdempotencyKey);
        CheckId("kind", request.Kind ?? "");
        CheckText("content", request.Content, ServiceLimits.MaxMessageLength);
        if (request.Kind is MemoryKinds.Message or MemoryKinds.Forgotten)
        {
            throw new InvalidRequestException(
                "kind",
                $"kind {request.Kind} is not stated: messages are POSTed to messages, and what was forgotten is noted by itself.");
        }

        CheckParts(request.Trigger, request.Keywords, request.EventTime, request.Score);
        CheckMetadata("metadata", request.Metadata);
    }

    /// <summary>Refuses a list that cannot be given.</summary>
    /// <param name="query">The list.</param>
    public static void Check(MemoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckPage(query.Scope, query.Limit);
    }

    /// <summary>Refuses a list that cannot be given.</summary>
    /// <param name="query">The list.</param>
    public static void Check(PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckPage(query.Scope, query.Limit);
    }

    /// <summary>Refuses an id in a scope, neither of which can be.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="id">The id.</param>
    public static void Check(Scope scope, string id)
    {
        CheckScope(scope);
        ArgumentNullException.ThrowIfNull(id);
        CheckId("id", id);
    }

    /// <summary>Refuses a portrait of nobody.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="maxTokens">The most that its text may take.</param>
    public static void CheckProfile(Scope scope, int? maxTokens)
    {
        CheckScope(scope);
        if (scope!.User is null)
        {
            throw new InvalidRequestException("user_id", "user_id is missing: a profile is of a user.");
        }

        CheckTokens(maxTokens);
    }

    /// <summary>Refuses parts that no memory may have.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="keywords">The keywords.</param>
    /// <param name="eventTime">What it speaks about in time.</param>
    /// <param name="score">How sure it is.</param>
    public static void CheckParts(string? trigger, IReadOnlyList<string>? keywords, EventTimeDocument? eventTime, double? score)
    {
        if (trigger is not null)
        {
            CheckText("trigger", trigger, ServiceLimits.MaxMessageLength);
        }

        if (keywords is { Count: > ServiceLimits.MaxKeywords })
        {
            throw new InvalidRequestException("keywords", $"keywords has {keywords.Count} items; at most {ServiceLimits.MaxKeywords} are allowed.");
        }

        foreach (var keyword in keywords ?? [])
        {
            CheckId("keywords", keyword ?? "");
        }

        if (score is { } number && (double.IsNaN(number) || number is < 0 or > 1))
        {
            throw new InvalidRequestException("score", $"score is {number}; use 0 to 1.");
        }

        if (eventTime is { } time && time.End < time.Start)
        {
            throw new InvalidRequestException("event_time", "event_time ends before it starts.");
        }
    }

    private static void CheckTokens(int? maxTokens)
    {
        if (maxTokens is < 1)
        {
            throw new InvalidRequestException("max_tokens", $"max_tokens is {maxTokens}; use 1 or more, or leave it out.");
        }
    }

    private static void CheckPage(Scope scope, int limit)
    {
        CheckScope(scope);
        if (limit is < 1 or > ServiceLimits.MaxPage)
        {
            throw new InvalidRequestException("limit", $"limit is {limit}; use 1 to {ServiceLimits.MaxPage}.");
        }
    }
}
