using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Chat;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Operators;
using Remanence.Services;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>
/// MemoryScope's <c>chat_with_memory</c>: the model <c>llm.default</c> answers with what is remembered, and what is said is remembered. Without a model the
/// answer is what is remembered about the question.
/// </summary>
internal sealed class ChatOperator(OperatorSetup setup, string assistant) : Operator
{
    public const string Name = "memoryscope_chat_with_memory";

    // The same as that of remanence chat, so that a conversation goes on here that was begun there.
    private const string DefaultSession = "chat";
    private const string Strategy = "history_message_strategy";

    private static readonly Slot<string> SystemPrompt = new("system_prompt");
    private static readonly Slot<string> MemoryPrompt = new("memory_prompt");
    private static readonly Slot<string> TemporaryMemories = new("temporary_memories");
    private static readonly Slot<bool?> Remember = new("remember_response");
    private static readonly Slot<string> Session = new("session_id");

    // Who is called what everybody is called has no name.
    private static readonly string[] Nameless = ["user", "用户"];

    private readonly MemoryService _memory = setup.Services.GetRequiredService<MemoryService>();
    private readonly TimeProvider _time = setup.Services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly AnswerForm _form = setup.Services.GetService<AnswerForm>() ?? AnswerForm.Native;
    private readonly string _model = setup.Configuration.Llm;

    public override OperatorSlots Slots { get; } =
        new() { Required = [BaseSlots.Query], Optional = [SystemPrompt, MemoryPrompt, TemporaryMemories, Remember, Session] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        IChatClient? model = null;
        context.Services.GetService<ModelCatalog>()?.TryChat(_model, out model);
        var scope = context.Scope with { Session = context.GetOr(Session, string.Empty) is { Length: > 0 } session ? session : DefaultSession };
        var options = new MemoryChatOptions
        {
            HumanName = Nameless.Contains(scope.User, StringComparer.Ordinal) ? null : scope.User,
            AssistantName = assistant,
            Language = PromptLanguages.Parse(context.Language),
        };
        var reply = await AskAsync(new MemoryChat(_memory, model, scope, options, _time), Turn(context), context, cancellationToken);
        var lines = string.Join('\n', reply.Memories.Select(found => InertText.Of(found.Memory.Content)));
        context.Response.Answer = model is null ? lines : reply.Text;
        context.Response.AddMessage(_form.Write(new ChatMessage(ChatRole.Assistant, context.Response.Answer) { AuthorName = assistant }, context.Now));
        context.Response.Metadata["memories"] = lines;
        context.Response.Metadata["mode"] = reply.Mode;
        context.Response.Metadata["session_id"] = scope.Session;
        context.Response.Metadata["turn_id"] = reply.TurnId;
        if (reply.Degraded is { } degraded)
        {
            context.Response.Metadata["degraded"] = degraded;
        }
    }

    private static async Task<ChatReply> AskAsync(MemoryChat chat, ChatTurnOptions turn, FlowContext context, CancellationToken cancellationToken)
    {
        var query = context.Get(BaseSlots.Query);
        if (context.Stream is not { } stream)
        {
            return await chat.AskAsync(query, turn, cancellationToken);
        }

        ChatReply? reply = null;
        await foreach (var update in chat.StreamAsync(query, turn, cancellationToken))
        {
            reply = update.Reply;
            if (update.Text.Length > 0)
            {
                await stream.WriteAsync(new FlowChunk(FlowChunkType.Answer, update.Text), cancellationToken);
            }
        }

        return reply!;
    }

    private static ChatTurnOptions Turn(FlowContext context) => new()
    {
        SystemPrompt = NullIfEmpty(context.GetOr(SystemPrompt, string.Empty)),
        MemoryPrompt = NullIfEmpty(context.GetOr(MemoryPrompt, string.Empty)),
        TemporaryMemories = context.GetOr(TemporaryMemories, string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        RememberResponse = context.GetOr(Remember, null),
        History = HistoryOf(context.Inputs.GetValueOrDefault(Strategy)),
    };

    // Null is none, as there; left out is auto.
    private static ChatHistory? HistoryOf(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.Null => ChatHistory.None,
        JsonValueKind.String when said.ValueEquals("auto") => ChatHistory.Auto,
        JsonValueKind.Number when said.TryGetInt32(out var pairs) && pairs >= 0 => ChatHistory.LastPairs(pairs),
        JsonValueKind.String when int.TryParse(said.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var pairs) =>
            ChatHistory.LastPairs(pairs),
        _ => throw new InvalidRequestException(Strategy, $"{Strategy} must be \"auto\", a number of pairs, or null for none."),
    };

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
