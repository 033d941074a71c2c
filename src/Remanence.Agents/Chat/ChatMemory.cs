using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.Retrieval;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Text.Folding;

namespace Remanence.Chat;

/// <summary>The memory of a conversation: recalls before the model is asked, and keeps after it. Asks no model. Thread-safe.</summary>
internal sealed class ChatMemory
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly MemoryService _memory;
    private readonly ChatMemoryOptions _options;
    private readonly ChatPrompts _prompts;
    private readonly TimeProvider _time;

    public ChatMemory(MemoryService memory, ChatMemoryOptions options, TimeProvider time)
    {
        options.Check();
        (_memory, _options, _time) = (memory, options, time);
        _prompts = new ChatPrompts(options.PromptPath);
    }

    public ChatPrompts Prompts => _prompts;

    public PromptLanguage LanguageOf(string query) => _options.Language ?? PromptLanguages.Of(query);

    /// <summary>What is remembered for a question, in all sessions of the person.</summary>
    /// <param name="scope">Whose.</param>
    /// <param name="query">The question; of a very long one, its beginning.</param>
    /// <param name="isSaid">Whether the model has a memory before it already.</param>
    /// <param name="said">How many it may have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Recollection> RecallAsync(Scope scope, string query, Func<RetrievedMemory, bool> isSaid, int said, CancellationToken cancellationToken)
    {
        var request = new RetrieveRequest
        {
            Query = Head(query),
            TopK = Math.Min(_options.TopK + said, ServiceLimits.MaxTopK),
            UserId = scope.User,
            AgentId = scope.Agent,
            Now = _time.GetLocalNow(),
            Explain = true,
        };
        var profile = ProfileAsync(scope, cancellationToken);
        var retrieval = _memory.RetrieveAsync(scope.Workspace, request, cancellationToken);
        await Task.WhenAll(profile, retrieval);
        var found = await retrieval;
        var fresh = found.Results.Where(result => !isSaid(result)).Take(_options.TopK).ToList();
        return new Recollection(TokenBudget.Fit(fresh, _options.MemoryTokens, request.Query).Kept, await profile, found.Degraded);
    }

    /// <summary>The part of the system message that tells what is remembered; null when nothing is.</summary>
    public string? Render(Recollection recollection, PromptLanguage language, string? instructions = null, IReadOnlyList<string>? notes = null)
    {
        // A line of the profile that was found as well is said once, with its time.
        var found = recollection.Memories.Select(memory => memory.Memory.Id).ToHashSet(StringComparer.Ordinal);
        var profile = recollection.Profile?.Items.Where(item => !found.Contains(item.MemoryId)).Select(item => item.Text) ?? [];
        return _prompts.Remembered(
            language,
            instructions ?? _options.MemoryPrompt,
            _options.HumanName,
            MemoryLines.Of(profile),
            MemoryLines.Of(recollection.Memories, _time.GetLocalNow().Offset, language),
            MemoryLines.Of(notes ?? []));
    }

    /// <summary>
    /// Keeps messages: durable when the task completes; what the background makes of them is not waited for. Not cancelled with the question, since its time is
    /// short and what was said must not be lost.
    /// </summary>
    public async Task<MemorizeResult> KeepAsync(Scope scope, IReadOnlyList<Message> messages)
    {
        // A model may say one; a person who does is refused.
        var kept = messages.Select(message => message.Role == "assistant" ? message with { Content = NulText.TakeOut(message.Content) } : message);
        var request = new MemorizeRequest { Messages = [.. kept], UserId = scope.User, AgentId = scope.Agent, SessionId = scope.Session };
        using var patience = new CancellationTokenSource(Patience, _time);
        try
        {
            try
            {
                return await _memory.MemorizeAsync(scope.Workspace, request, patience.Token);
            }
            catch (StoreUnavailableException)
            {
                // The first may have been stored without an answer reaching us; the messages' ids keep it from being stored twice.
                return await _memory.MemorizeAsync(scope.Workspace, request, patience.Token);
            }
        }
        catch (OperationCanceledException exception)
        {
            throw new StoreUnavailableException($"The memory did not answer within {Patience.TotalSeconds:0} s.", exception);
        }
    }

    private async Task<UserProfile?> ProfileAsync(Scope scope, CancellationToken cancellationToken) => _options.UseProfile && scope.User is not null
        ? await _memory.GetProfileAsync(new Scope(scope.Workspace, scope.User, scope.Agent), _options.ProfileTokens, cancellationToken)
        : null;

    private static string Head(string query)
    {
        if (query.Length <= ServiceLimits.MaxQueryLength)
        {
            return query;
        }

        var end = char.IsHighSurrogate(query[ServiceLimits.MaxQueryLength - 1]) ? ServiceLimits.MaxQueryLength - 1 : ServiceLimits.MaxQueryLength;
        var head = query[..end];

        // A page of blank lines before the question.
        return string.IsNullOrWhiteSpace(head) ? Head(query.TrimStart()) : head;
    }
}
