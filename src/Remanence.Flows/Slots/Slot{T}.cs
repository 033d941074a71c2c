using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Json;

namespace Remanence.Flows.Slots;

/// <summary>A slot with its type.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public sealed class Slot<T> : Slot
{
    private readonly JsonReader<T>? _reader;

    /// <summary>
    /// Creates a slot. A call may give it as JSON when <typeparamref name="T"/> is text, a number, a boolean, a time, a list of texts, messages or a
    /// <see cref="JsonElement"/>; a slot of another type is only written by operators and by calls within the process.
    /// </summary>
    /// <param name="name">Its name.</param>
    public Slot(string name)
        : base(name, typeof(T)) => _reader = JsonReaders.For<T>();

    /// <summary>Creates a slot that a call may give as JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="json">How JSON becomes the value.</param>
    public Slot(string name, JsonTypeInfo<T> json)
        : base(name, typeof(T))
    {
        ArgumentNullException.ThrowIfNull(json);
        _reader = JsonReaders.From(json);
    }

    internal override bool ReadsJson => _reader is not null;

    /// <exception cref="InvalidRequestException">The JSON is not of the slot's type.</exception>
    internal T FromJson(JsonElement json)
    {
        if (_reader is null)
        {
            throw new InvalidRequestException(Name, $"{Name} is a value that the steps of a flow hand to each other; a call cannot give it. Leave it out.");
        }

        return _reader.Read(json, out var value, out var fault)
            ? value
            : throw new InvalidRequestException(fault?.Path is { } path ? Name + path : Name, fault?.Message is { } message
                ? $"{Name}{fault.Path}: {message}"
                : $"{Name} must be {_reader.Expected}, but is {JsonShapes.Describe(json)}.");
    }

    /// <summary>Where and why JSON cannot be the slot's value; null when it can, or when there is nothing to say but its type.</summary>
    /// <param name="json">The JSON of a call.</param>
    public JsonFault? FaultOf(JsonElement json) => _reader is null || _reader.Read(json, out _, out var fault) ? null : fault;
}
