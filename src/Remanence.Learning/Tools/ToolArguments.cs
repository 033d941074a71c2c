using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Remanence.Tools;

/// <summary>Arguments as models send them: JSON, numbers sometimes as text.</summary>
internal static class ToolArguments
{
    /// <exception cref="ToolSourceException">It is missing, blank or no text.</exception>
    public static string RequiredText(AIFunctionArguments arguments, string name) => Value(arguments, name) switch
    {
        string text when !string.IsNullOrWhiteSpace(text) => text,
        JsonElement { ValueKind: JsonValueKind.String } json when !string.IsNullOrWhiteSpace(json.GetString()) => json.GetString()!,
        _ => throw new ToolSourceException($"{name} is missing; call the tool again with a text for it."),
    };

    /// <exception cref="ToolSourceException">It is no whole number.</exception>
    public static int? Integer(AIFunctionArguments arguments, string name) => Value(arguments, name) switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        int number => number,
        JsonElement { ValueKind: JsonValueKind.Number } json when json.TryGetInt32(out var number) => number,
        JsonElement { ValueKind: JsonValueKind.String } json when int.TryParse(json.GetString(), out var number) => number,
        _ => throw new ToolSourceException($"{name} must be a whole number; call the tool again with one, or without it."),
    };

    private static object? Value(AIFunctionArguments arguments, string name) => arguments.TryGetValue(name, out var value) ? value : null;
}
