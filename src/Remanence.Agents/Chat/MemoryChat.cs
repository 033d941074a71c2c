using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores;

namespace Remanence.Chat;

/// <summary>
/// A conversation with a memory: each question goes to the model with what is remembered about it, the user's profile and the session so far, and what is said
/// is remembered. Without a chat model what is said is kept all the same, and the reply holds what is remembered about it. Nothing lives in the object: another
/// one with the same scope goes on where this one ended. Thread-safe; owns neither the memory nor the model.
/// </summary>
/// <remarks>
/// An answer is remembered only when it is complete, together with its question. A question whose answer failed or was cancelled is remembered alone: what a
/// user said is never lost. The model is asked once a question; finding memories asks none.
/// </remarks>
public sealed class MemoryChat
{
    private const int MaxTurnId = 200;
    private readonly IChatClient? _model;
    private readonly MemoryChatOptions _options;
    private readonly TimeProvider _time;
    private readonly ChatMemory _memory;
    private readonly SessionHistory _history;

    /// <summary>Begins a conversation, or goes on with one.</summary>
    /// <param name="memory">Where memories are: an engine in this process, or a server.</param>
    /// <param name="model">The model that answers; null: there is none.</param>
    /// <param name="scope">Who talks. The session is what the history is read from; memories of all the user's sessions are found.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock, whose local zone is the user's. Default: the system's.</param>
    /// <exception cref="InvalidRequestException">The scope can't be stored.</exception>
    /// <exception cref="Models.Prompts.PromptException">The file of prompts can't be used.</exception>
    public MemoryChat(MemoryService memory, IChatClient? model, Scope scope, MemoryChatOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(scope);
        RequestRules.CheckScope(scope);
        (_model, Scope, _options, _time) = (model, scope, options ?? new MemoryChatOptions(), time ?? TimeProvider.System);
        _memory = new ChatMemory(memory, _options, _time);
        _history = new SessionHistory(memory, scope);
    }

    /// <summary>Who talks.</summary>
    public Scope Scope { get; }

    /// <summary>Asks, and remembers what was said.</summary>
    /// <param name="query">What the user says; not blank.</param>
    /// <param name="options">What is different for this question.</param>
    /// <param name="cancellationToken">Stops it; what the user said is kept all the same.</param>
    /// <exception cref="InvalidRequestException">The question is blank or can't be stored; nothing was done.</exception>
    /// <exception cref="ModelException">The model gave no answer; the question was kept.</exception>
    /// <exception cref="StoreUnavailableException">The memory can't be used.</exception>
    public async Task<ChatReply> AskAsync(string query, ChatTurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        var turn = await BeginAsync(query, options ?? new ChatTurnOptions(), cancellationToken);
        ChatResponse? answer = null;
        try
        {
            answer = _model is null ? null : Checked(await _model.GetResponseAsync(turn.Prompt, turn.Settings, cancellationToken));
        }
        catch
        {
            await KeepQuestionAsync(turn.Question, turn.Remember);
            throw;
        }

        return await EndAsync(turn, answer);
    }

    /// <summary>
    /// Asks, and gives the answer as it comes; the last update holds the reply, and what was said is remembered by then. Who stops reading before cancels the
    /// question. Exceptions are those of <see cref="AskAsync"/>.
    /// </summary>
    /// <param name="query">What the user says; not blank.</param>
    /// <param name="options">What is different for this question.</param>
    /// <param name="cancellationToken">Stops it; what the user said is kept all the same.</param>
    public async IAsyncEnumerable<ChatUpdate> StreamAsync(
        string query, ChatTurnOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var turn = await BeginAsync(query, options ?? new ChatTurnOptions(), cancellationToken);
        ChatResponse? answer = null;
        if (_model is not null)
        {
            var pieces = new List<ChatResponseUpdate>();
            try
            {
                await foreach (var piece in _model.GetStreamingResponseAsync(turn.Prompt, turn.Settings, cancellationToken))
                {
                    pieces.Add(piece);
                    if (piece.Text.Length > 0)
                    {
                        yield return new ChatUpdate { Text = piece.Text };
                    }
                }

                answer = Checked(pieces.ToChatResponse());
            }
            finally
            {
                // It failed, was cancelled, or nobody reads on.
                if (answer is null)
                {
                    await KeepQuestionAsync(turn.Question, turn.Remember);
                }
            }
        }

        yield return new ChatUpdate { Reply = await EndAsync(turn, answer) };
    }

    /// <summary>What of this session would go with a question now, oldest first: each message as it is stored.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyList<Memory>> ReadHistoryAsync(CancellationToken cancellationToken = default) =>
        _history.ReadAsync(_options.History, _options.HistoryTokens, _time.GetUtcNow(), cancellationToken);

    private static ChatResponse Checked(ChatResponse response) => string.IsNullOrWhiteSpace(response.Text)
        ? throw new ModelException(ModelFailure.BadReply, "The model's answer holds no text; ask again, or look at the model's settings.")
        : response;

    private async Task<ChatTurn> BeginAsync(string query, ChatTurnOptions options, CancellationToken cancellationToken)
    {
        RequestRules.CheckText("query", query, ServiceLimits.MaxMessageLength);
        RequestRules.CheckId("turn_id", options.TurnId);
        if (options.TurnId is { Length: > MaxTurnId })
        {
            throw new InvalidRequestException("turn_id", $"turn_id has {options.TurnId.Length} characters; at most {MaxTurnId} fit.");
        }

        var now = _time.GetLocalNow();
        var id = options.TurnId ?? Identifiers.New(now);
        var question = new Message
        {
            Id = id + "-user",
            Role = ChatRole.User.Value,
            Name = _options.HumanName,
            Content = query,
            Time = options.Time ?? (options.TurnId is null ? now : null),
        };
        var remember = options.RememberResponse ?? _options.RememberResponse;
        try
        {
            var (prompt, recollection) = await RecallAsync(query, options, now, cancellationToken);
            return new ChatTurn
            {
                Id = id,
                Question = question,
                Recollection = recollection,
                Remember = remember,
                Prompt = prompt,
                Settings = _options.ChatOptions?.Clone(),
            };
        }
        catch
        {
            await KeepQuestionAsync(question, remember);
            throw;
        }
    }

    private async Task<(IReadOnlyList<ChatMessage> Prompt, Recollection Recollection)> RecallAsync(
        string query, ChatTurnOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Without a model nothing is said again, and so nothing found is left out.
        var wanted = _model is null ? ChatHistory.None : options.History ?? _options.History;
        var history = await _history.ReadAsync(wanted, _options.HistoryTokens, now, cancellationToken);
        var said = history.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        var recollection = await _memory.RecallAsync(Scope, query, found => said.Contains(found.Memory.Id), said.Count, cancellationToken);
        return (
            [
                new ChatMessage(ChatRole.System, SystemMessage(query, options, recollection, now)),
                .. history.Select(Said),
                new ChatMessage(ChatRole.User, query),
            ],
            recollection);
    }

    private string SystemMessage(string query, ChatTurnOptions options, Recollection recollection, DateTimeOffset now)
    {
        var language = _memory.LanguageOf(query);
        var system = options.SystemPrompt ?? _options.SystemPrompt ?? _memory.Prompts.System(language, _options.AssistantName, now);
        var remembered = _memory.Render(recollection, language, options.MemoryPrompt, options.TemporaryMemories);
        return remembered is null ? system : $"{system}\n\n{remembered}";
    }

    private static ChatMessage Said(Memory message) => new(new ChatRole(message.Role!), message.Content);

    private async Task KeepQuestionAsync(Message question, bool remember)
    {
        if (!remember)
        {
            return;
        }

        try
        {
            await _memory.KeepAsync(Scope, [question]);
        }
        catch (RemanenceException exception)
        {
            throw new StoreUnavailableException($"There is no answer, and what was said could not be kept: {exception.Message}", exception);
        }
    }

    private async Task<ChatReply> EndAsync(ChatTurn turn, ChatResponse? answer)
    {
        var (remembered, fault) = turn.Remember ? await KeepAsync(turn, answer) : (null, null);
        string?[] degraded = [turn.Recollection.Degraded, fault];
        return new ChatReply
        {
            TurnId = turn.Id,
            Text = answer?.Text ?? string.Empty,
            Memories = turn.Recollection.Memories,
            Profile = turn.Recollection.Profile,
            Usage = answer?.Usage,
            Mode = answer is null ? Modes.Verbatim : Modes.Inferred,
            Remembered = remembered,
            Degraded = degraded.Any(part => part is not null) ? string.Join(' ', degraded.OfType<string>()) : null,
        };
    }

    // The answer is there, and must reach the user whatever becomes of the memory.
    private async Task<(MemorizeResult? Remembered, string? Fault)> KeepAsync(ChatTurn turn, ChatResponse? answer)
    {
        try
        {
            return (await _memory.KeepAsync(Scope, answer is null ? [turn.Question] : [turn.Question, Answer(turn, answer)]), null);
        }
        catch (InvalidRequestException exception) when (answer is not null)
        {
            // What the model wrote can't be stored; what the user said can.
            var (remembered, fault) = await KeepAsync(turn, answer: null);
            return (remembered, fault ?? $"The answer is not remembered: {exception.Message}");
        }
        catch (RemanenceException exception)
        {
            return (null, $"What was said is not remembered: {exception.Message}");
        }
    }

    private Message Answer(ChatTurn turn, ChatResponse answer) => new()
    {
        Id = turn.Id + "-assistant",
        Role = ChatRole.Assistant.Value,
        Name = _options.AssistantName,
        Content = answer.Text,
        Time = _time.GetLocalNow(),
    };
}
