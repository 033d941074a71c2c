using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Json;

namespace Remanence.Flows.Operators;

/// <summary>A tunable with its type; made by the methods of <see cref="OperatorParameter"/>.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed class OperatorParameter<T> : OperatorParameter
{
    private readonly JsonRead<T> _read;

    internal OperatorParameter(string name, T byDefault, string takes, string description, JsonRead<T> read)
        : base(name, description) => (Default, Takes, _read) = (byDefault, takes, read);

    /// <summary>What holds when it is not configured.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override string Takes { get; }

    /// <inheritdoc/>
    public override string DefaultText => Show(Default);

    internal override string? Fault(JsonElement json) =>
        json.ValueKind is JsonValueKind.Null || _read(json, out _, out _) ? null : $"parameter {Name} must be {Takes}, but is {JsonShapes.Describe(json)}";

    /// <summary>The configured value, which was checked; null stands for the default.</summary>
    internal T Of(JsonElement json) => json.ValueKind is not JsonValueKind.Null && _read(json, out var value, out _) ? value : Default;
}
