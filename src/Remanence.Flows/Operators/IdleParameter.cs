using System.Text.Json;

namespace Remanence.Flows.Operators;

/// <summary>A tunable of other programs that does nothing here, and why.</summary>
internal sealed class IdleParameter(string name, string why) : OperatorParameter(name, why)
{
    public override string Takes => "anything";

    public override string DefaultText => string.Empty;

    internal override string? Fault(JsonElement json) => null;

    internal override string? Warning(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : $"parameter {Name} has no effect: {Description}";
}
