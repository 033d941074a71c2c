using System.Text.Json;
using System.Text.Json.Nodes;

namespace Remanence.Mcp.Schemas;

/// <summary>Parameters as JSON Schema.</summary>
internal static class ParameterSchema
{
    public static JsonElement Of(IReadOnlyList<ToolParameter> parameters)
    {
        using var json = JsonDocument.Parse(ObjectOf(parameters).ToJsonString());
        return json.RootElement.Clone();
    }

    private static JsonObject ObjectOf(IReadOnlyList<ToolParameter> parameters)
    {
        var properties = new JsonObject();
        foreach (var parameter in parameters)
        {
            properties[parameter.Name] = Of(parameter);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. parameters.Where(parameter => parameter.Required).Select(parameter => JsonValue.Create(parameter.Name))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Of(ToolParameter parameter)
    {
        var schema = parameter.Type switch
        {
            ParameterType.Text => Text(parameter),
            ParameterType.Time => new JsonObject { ["type"] = "string" },
            ParameterType.Integer => Bounded("integer", parameter),
            ParameterType.Number => Bounded("number", parameter),
            ParameterType.Flag => new JsonObject { ["type"] = "boolean" },
            ParameterType.Texts => Items(parameter, Text(parameter)),
            ParameterType.Objects => Items(parameter, ObjectOf(parameter.Members!)),
            _ when parameter.Members is { } members => ObjectOf(members),
            _ => new JsonObject { ["type"] = "object" },
        };
        schema["description"] = parameter.Description;
        if (parameter.Default is { } byDefault)
        {
            schema["default"] = JsonNode.Parse(byDefault);
        }

        return schema;
    }

    private static JsonObject Text(ToolParameter parameter)
    {
        if (parameter.Values is { } values)
        {
            return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };
        }

        return new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = parameter.MaxLength };
    }

    private static JsonObject Bounded(string type, ToolParameter parameter)
    {
        var schema = new JsonObject { ["type"] = type };
        if (parameter.Min is { } min)
        {
            schema["minimum"] = min;
        }

        if (parameter.Max is { } max)
        {
            schema["maximum"] = max;
        }

        return schema;
    }

    private static JsonObject Items(ToolParameter parameter, JsonObject item) =>
        new() { ["type"] = "array", ["items"] = item, ["minItems"] = parameter.Min ?? 0, ["maxItems"] = parameter.Max };
}
