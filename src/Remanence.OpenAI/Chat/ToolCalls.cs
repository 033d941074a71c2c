using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Remanence.OpenAI.Requests;

namespace Remanence.OpenAI.Chat;

/// <summary>Gathers tool calls, whole or in the pieces of a stream.</summary>
internal sealed class ToolCalls
{
    private static readonly JsonTypeInfo<IDictionary<string, object?>> Arguments =
        (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>));

    private readonly List<(long Index, Piece Piece)> _pieces = [];

    public bool Any => _pieces.Count > 0;

    /// <summary>Adds what a message or a delta holds.</summary>
    public void Add(JsonElement message)
    {
        if (!message.TryArray("tool_calls", out var calls))
        {
            return;
        }

        foreach (var call in calls.EnumerateArray())
        {
            var piece = At(call);
            if (call.TryText("id", out var id))
            {
                piece.Id = id;
            }

            if (!call.TryObject("function", out var function))
            {
                continue;
            }

            if (function.TryText("name", out var name))
            {
                piece.Name += name;
            }

            if (function.TryText("arguments", out var arguments))
            {
                piece.Arguments.Append(arguments);
            }
            else if (function.TryObject("arguments", out var given))
            {
                piece.Arguments.Append(given.GetRawText());
            }
        }
    }

    /// <summary>The calls. Arguments that are no JSON object are told by <see cref="FunctionCallContent.Exception"/>.</summary>
    public IEnumerable<FunctionCallContent> Take()
    {
        var calls = _pieces.Where(entry => entry.Piece.Name.Length > 0).Select((entry, i) => FunctionCallContent.CreateFromParsedArguments(
            entry.Piece.Arguments.Length > 0 ? entry.Piece.Arguments.ToString() : "{}",
            entry.Piece.Id ?? $"call_{i}",
            entry.Piece.Name,
            static json => JsonSerializer.Deserialize(json, Arguments))).ToList();
        _pieces.Clear();
        return calls;
    }

    private Piece At(JsonElement call)
    {
        // Some endpoints leave the index out of their streams, and open a call with its id; in a whole message each entry is a call.
        var index = call.Count("index");
        var isNew = call.TryText("id", out var id);
        var found = index is { } number ? _pieces.Find(entry => entry.Index == number && (!isNew || entry.Piece.Id is null || entry.Piece.Id == id)).Piece
            : isNew ? _pieces.Find(entry => entry.Piece.Id == id).Piece
            : call.TryObject("function", out var function) && function.TryText("name", out _) ? null
            : _pieces.LastOrDefault().Piece;
        if (found is null)
        {
            found = new Piece();
            _pieces.Add((index ?? _pieces.Count, found));
        }

        return found;
    }

    private sealed class Piece
    {
        public string? Id { get; set; }

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}
