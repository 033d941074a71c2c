using System.Text.Json;

namespace Remanence.Mcp.Schemas;

/// <summary>A member of a request's params as the protocol has it.</summary>
internal sealed record ParamsMember(string Name, JsonValueKind Kind, params IReadOnlyList<ParamsMember> Members)
{
    public bool Optional { get; init; }

    public string Expected => Kind switch
    {
        JsonValueKind.Object => "an object",
        _ => "a string",
    };

    public static ParamsMember Text(string name) => new(name, JsonValueKind.String);

    public static ParamsMember Object(string name, params IReadOnlyList<ParamsMember> members) => new(name, JsonValueKind.Object, members);
}
