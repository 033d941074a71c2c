using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>
/// A streamed chat reply. It is whole when a finish reason or <c>[DONE]</c> has come; a stream that ends before is cut off, whatever came until then.
/// </summary>
internal sealed class StreamReader(OpenAIConnection connection, BinaryData sent)
{
    private readonly ThoughtSplitter _splitter = new();
    private readonly ToolCalls _calls = new();
    private string? _id;
    private ChatFinishReason? _finish;
    private bool _done;
    private bool _usable;

    public async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pieces = SseParser
            .Create(stream, static (_, data) => data.ToArray())
            .EnumerateAsync(cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        ChatResponseUpdate? last = null;
        while (!_done && await NextAsync(pieces))
        {
            if (Read(pieces.Current.Data) is { } update)
            {
                last = update;
                if (update.Contents.Count > 0)
                {
                    yield return update;
                }
            }
        }

        if (!_done && _finish is null)
        {
            throw connection.Failures.CutOff();
        }

        var rest = _splitter.Finish().Select(ChatReplyReader.Content).Concat(_calls.Take()).ToList();
        _usable |= rest.Exists(ChatReplyReader.IsUsable);
        ChatReplyReader.CheckUsable(_usable, _finish, connection.Failures);
        yield return new ChatResponseUpdate(ChatRole.Assistant, rest)
        {
            ResponseId = _id,
            MessageId = _id,
            ModelId = last?.ModelId,
            CreatedAt = last?.CreatedAt,
            FinishReason = _finish ?? ChatFinishReason.Stop,
        };
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<SseItem<byte[]>> pieces)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (ModelException) when (_finish is not null)
        {
            // The answer was whole; only the usage after it is lost.
            return false;
        }
    }

    private ChatResponseUpdate? Read(byte[] data)
    {
        if (data.AsSpan().Trim((byte)' ').SequenceEqual("[DONE]"u8))
        {
            _done = true;
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(data);
            return connection.Error(document.RootElement, sent) is { } error ? throw error : Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw connection.Failures.Bad("sent a piece of its stream that is not JSON");
        }
    }

    private ChatResponseUpdate Read(JsonElement piece)
    {
        var contents = new List<AIContent>();
        if (piece.TryArray("choices", out var choices) && choices.GetArrayLength() > 0)
        {
            Read(choices[0], contents);
        }

        if (UsageReader.Read(piece) is { } usage)
        {
            contents.Add(new UsageContent(usage));
        }

        _usable |= contents.Exists(ChatReplyReader.IsUsable);

        // Some endpoints (llamafile) give each piece an id of its own; it is one message all the same.
        _id ??= piece.TryText("id", out var id) ? id : null;
        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            ResponseId = _id,
            MessageId = _id,
            ModelId = piece.TryText("model", out var model) ? model : null,
            CreatedAt = ChatReplyReader.Created(piece),
        };
    }

    private void Read(JsonElement choice, List<AIContent> contents)
    {
        _finish = ChatReplyReader.Finish(choice) ?? _finish;
        if (choice.TryObject("delta", out var delta) || choice.TryObject("message", out delta))
        {
            if (MessageParts.IsRefusal(delta))
            {
                throw connection.Failures.Refused();
            }

            if (MessageParts.Reasoning(delta) is { Length: > 0 } reasoning)
            {
                contents.Add(new TextReasoningContent(reasoning));
            }

            if (MessageParts.Text(delta) is { Length: > 0 } text)
            {
                contents.AddRange(_splitter.Push(text).Select(ChatReplyReader.Content));
            }

            _calls.Add(delta);
        }

        if (_finish == ChatFinishReason.ContentFilter)
        {
            throw connection.Failures.Refused();
        }
    }
}
