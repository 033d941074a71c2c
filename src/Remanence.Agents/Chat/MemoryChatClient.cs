using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;

namespace Remanence.Chat;

/// <summary>
/// Gives any chat client a memory. Before a call, what is remembered about the last user message goes in as a system message, behind those that stand at the
/// beginning; after it, the user messages since the last answer and the answer are remembered. The caller's list of messages is the history; messages with an
/// id are known again. Thread-safe where the inner client is.
/// </summary>
/// <remarks>
/// Where the scope names no session, <see cref="ChatOptions.ConversationId"/> does; it is then not passed on. A call that fails or is not read to its end has
/// its user messages remembered alone. Tool calls and their results are not remembered. Memory that can't be used throws
/// <see cref="StoreUnavailableException"/>.
/// </remarks>
public sealed class MemoryChatClient : DelegatingChatClient
{
    /// <summary>
    /// The member of <see cref="ChatResponse.AdditionalProperties"/>, and of those of the last update of a stream, that holds the memories which the model was
    /// given: an <see cref="IReadOnlyList{T}"/> of <see cref="RetrievedMemory"/>.
    /// </summary>
    public const string MemoriesProperty = "remanence.memories";

    private readonly Scope _scope;
    private readonly ChatMemoryOptions _options;
    private readonly ChatMemory _memory;

    /// <summary>Puts a memory around a client, which it owns; the memory it does not.</summary>
    /// <param name="innerClient">The client.</param>
    /// <param name="memory">Where memories are.</param>
    /// <param name="scope">Whose they are.</param>
    /// <param name="options">How they are used.</param>
    /// <param name="time">The clock, whose local zone is the user's. Default: the system's.</param>
    public MemoryChatClient(IChatClient innerClient, MemoryService memory, Scope scope, ChatMemoryOptions? options = null, TimeProvider? time = null)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(scope);
        RequestRules.CheckScope(scope);
        (_scope, _options) = (scope, options ?? new ChatMemoryOptions());
        _memory = new ChatMemory(memory, _options, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var call = await BeginAsync([.. messages], options, cancellationToken);
        ChatResponse response;
        try
        {
            response = await InnerClient.GetResponseAsync(call.Messages, call.Options, cancellationToken);
        }
        catch
        {
            await KeepAsync(call, answers: []);
            throw;
        }

        await KeepAsync(call, response.Messages);
        (response.AdditionalProperties ??= [])[MemoriesProperty] = call.Memories;
        return response;
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var call = await BeginAsync([.. messages], options, cancellationToken);
        var pieces = new List<ChatResponseUpdate>();
        var complete = false;
        try
        {
            await foreach (var piece in InnerClient.GetStreamingResponseAsync(call.Messages, call.Options, cancellationToken))
            {
                pieces.Add(piece);
                yield return piece;
            }

            complete = true;
        }
        finally
        {
            // An answer is kept whole or not at all.
            await KeepAsync(call, complete ? pieces.ToChatResponse().Messages : []);
        }

        yield return new ChatResponseUpdate { Role = ChatRole.Assistant, AdditionalProperties = new() { [MemoriesProperty] = call.Memories } };
    }

    private async Task<Call> BeginAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var scope = _scope;
        if (scope.Session is null && options?.ConversationId is { Length: > 0 } conversation)
        {
            RequestRules.CheckId("conversation_id", conversation);
            scope = scope with { Session = conversation };
            options = options.Clone();
            options.ConversationId = null;
        }

        var query = messages.LastOrDefault(message => message.Role == ChatRole.User && !string.IsNullOrWhiteSpace(message.Text))?.Text;
        if (query is null)
        {
            return new Call(scope, messages, options, [], []);
        }

        RequestRules.CheckText("message", query, ServiceLimits.MaxMessageLength);
        var said = messages.Select(message => message.Text).ToHashSet(StringComparer.Ordinal);
        var recollection = await _memory.RecallAsync(
            scope, query, found => found.Memory.Kind == MemoryKinds.Message && said.Contains(found.Memory.Content), messages.Count, cancellationToken);
        return new Call(scope, With(messages, _memory.Render(recollection, _memory.LanguageOf(query))), options, recollection.Memories, New(messages));
    }

    private static IReadOnlyList<ChatMessage> With(IReadOnlyList<ChatMessage> messages, string? remembered)
    {
        if (remembered is null)
        {
            return messages;
        }

        var at = messages.TakeWhile(message => message.Role == ChatRole.System).Count();
        return [.. messages.Take(at), new ChatMessage(ChatRole.System, remembered), .. messages.Skip(at)];
    }

    // After a tool's result there is nothing new from the user: what they said went with the call before.
    private static List<ChatMessage> New(IReadOnlyList<ChatMessage> messages) =>
        [.. messages.Reverse().TakeWhile(message => message.Role != ChatRole.Assistant).Where(message => message.Role == ChatRole.User).Reverse()];

    private async Task KeepAsync(Call call, IEnumerable<ChatMessage> answers)
    {
        Message[] messages =
        [
            .. call
                .Asked.Concat(answers.Where(answer => answer.Role == ChatRole.Assistant))
                .Where(message => !string.IsNullOrWhiteSpace(message.Text))
                .Select(Stored),
        ];
        if (_options.RememberResponse && messages.Length > 0)
        {
            await _memory.KeepAsync(call.Scope, messages);
        }
    }

    // A message with an id and no time is given none, so that it is the same message when it comes again.
    private Message Stored(ChatMessage message) => new()
    {
        Id = string.IsNullOrWhiteSpace(message.MessageId) ? null : message.MessageId,
        Role = message.Role.Value,
        Name = message.AuthorName ?? (message.Role == ChatRole.User ? _options.HumanName : _options.AssistantName),
        Content = message.Text,
        Time = message.CreatedAt,
    };

    private sealed record Call(
        Scope Scope, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, IReadOnlyList<RetrievedMemory> Memories, IReadOnlyList<ChatMessage> Asked);
}
