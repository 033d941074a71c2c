using System.Text.Json;
using Remanence.Flows.Slots;
using Remanence.Json;

namespace Remanence.Flows.Operators;

/// <summary>A tunable with its type; made by the methods of <see cref="OperatorParameter"/>.</summary>
/// <typeparam name="T">What it is.</typeparam>
public sealed class OperatorParameter<T> : OperatorParameter
{
    private readonly JsonRead<T> _read;
    private readonly Func<JsonElement, string?>? _idle;

    internal OperatorParameter(string name, T byDefault, string takes, string description, JsonRead<T> read, Func<JsonElement, string?>? idle = null)
        : base(name, description) => (Default, Takes, _read, _idle) = (byDefault, takes, read, idle);

    /// <summary>What holds when it is not configured.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override string Takes { get; }

    /// <inheritdoc/>
    public override string DefaultText => Show(Default);

    /// <summary>The same, under further names.</summary>
    /// <param name="names">What it is called elsewhere.</param>
    public OperatorParameter<T> AlsoCalled(params IReadOnlyList<string> names) =>
        new(Name, Default, Takes, Description, _read, _idle) { OtherNames = [.. OtherNames, .. names] };

    internal override string? Fault(JsonElement json) =>
        json.ValueKind is JsonValueKind.Null || _read(json, out _, out _) ? null : $"parameter {Name} must be {Takes}, but is {JsonShapes.Describe(json)}";

    internal override string? Warning(JsonElement json) => _idle?.Invoke(json) is { } why ? $"parameter {Name} {why}" : null;

    /// <summary>The configured value, which was checked; null stands for the default.</summary>
    internal T Of(JsonElement json) => json.ValueKind is not JsonValueKind.Null && _read(json, out var value, out _) ? value : Default;
}
