using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Remanence.Flows.Slots;

namespace Remanence.Flows;

/// <summary>
/// What a flow answers, filled by its operators. Parallel branches fill their own, which join in the order of the expression: the last answer counts, messages
/// follow each other, the last value of a metadata key counts, and one that reports no success decides.
/// </summary>
public sealed class FlowResponse
{
    private readonly FlowResponse? _before;
    private readonly List<JsonObject> _messages = [];
    private string? _answer;
    private bool? _success;
    private SlotLayout? _layout;
    private SlotValues? _values;

    internal FlowResponse(FlowResponse? before = null) => (_before, Metadata) = (before, new FlowMetadata(before?.Metadata));

    /// <summary>The text of the answer; empty until an operator sets it.</summary>
    public string Answer
    {
        get => _answer ?? _before?.Answer ?? string.Empty;
        set => _answer = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether what was asked for was done; true until an operator says otherwise.</summary>
    public bool Success
    {
        get => _success ?? _before?.Success ?? true;
        set => _success = value;
    }

    /// <summary>Messages of the answer, such as those of an agent's run.</summary>
    public IReadOnlyList<JsonObject> Messages => _before is null ? _messages : [.. _before.Messages, .. _messages];

    /// <summary>Whatever else the flow has to tell.</summary>
    public FlowMetadata Metadata { get; }

    /// <summary>Adds a message to the answer.</summary>
    /// <param name="message">The message, in the shape of the wire; it belongs to the response from now on.</param>
    public void AddMessage(JsonObject message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _messages.Add(message);
    }

    /// <summary>What a slot holds at the end of the run, for callers within the process.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="slot">The slot.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the run is over and the slot has a value of its type.</returns>
    public bool TryGet<T>(Slot<T> slot, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var index = _layout?.IndexOf(slot) ?? -1;
        if (index < 0 || _values![index].State == SlotState.Empty)
        {
            value = default;
            return false;
        }

        value = _values.Convert(index, slot);
        return true;
    }

    internal void End(SlotLayout layout, SlotValues values) => (_layout, _values) = (layout, values);

    internal FlowResponse Branch() => new(this);

    internal void Join(FlowResponse branch)
    {
        _answer = branch._answer ?? _answer;
        _messages.AddRange(branch._messages);
        Metadata.Join(branch.Metadata);
        if (branch._success is { } success)
        {
            _success = success && (_success ?? true);
        }
    }
}
