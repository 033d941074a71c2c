using System.Text.Json;

namespace Remanence.Models.Structured;

/// <summary>What one schema lets a value be. A schema that says nothing of types lets it be anything, and nothing is adapted to it.</summary>
internal readonly struct Allowed
{
    private readonly JsonElement _schema;

    public Allowed(ReplySchema root, JsonElement schema)
    {
        _schema = root.Resolve(schema);
        if (_schema.ValueKind != JsonValueKind.Object)
        {
            Object = Array = String = Number = Integer = Boolean = Null = true;
        }
        else if (!_schema.TryGetProperty("type", out var type))
        {
            // A choice among listed values has no type: text, unless null is listed.
            String = _schema.TryGetProperty("enum", out var choices);
            Null = !String || choices.EnumerateArray().Any(choice => choice.ValueKind == JsonValueKind.Null);
            Object = Array = Number = Integer = Boolean = !String;
        }
        else
        {
            foreach (var name in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToArray() : [type])
            {
                switch (name.GetString())
                {
                    case "object": Object = true; break;
                    case "array": Array = true; break;
                    case "string": String = true; break;
                    case "number": Number = true; break;
                    case "integer": Integer = true; break;
                    case "boolean": Boolean = true; break;
                    case "null": Null = true; break;
                }
            }
        }
    }

    public bool Object { get; }

    public bool Array { get; }

    public bool String { get; }

    public bool Number { get; }

    public bool Integer { get; }

    public bool Boolean { get; }

    public bool Null { get; }

    public bool OnlyArray => Array && !(Object || String || Number || Integer || Boolean);

    public bool OnlyString => String && !(Object || Array || Number || Integer || Boolean);

    /// <summary>The schema of a list's items.</summary>
    public JsonElement Items => Child("items");

    /// <summary>The schema of a property.</summary>
    public JsonElement Property(string name) =>
        Child("properties") is { ValueKind: JsonValueKind.Object } properties && properties.TryGetProperty(name, out var schema) ? schema
        : Child("additionalProperties") is { ValueKind: JsonValueKind.Object } others ? others
        : default;

    /// <summary>The property that a name means: itself, or the one that differs in case alone and is not given otherwise.</summary>
    public string PropertyName(string name, HashSet<string> given)
    {
        if (Child("properties") is not { ValueKind: JsonValueKind.Object } properties || properties.TryGetProperty(name, out _))
        {
            return name;
        }

        foreach (var property in properties.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && !given.Contains(property.Name))
            {
                return property.Name;
            }
        }

        return name;
    }

    public bool Requires(string name) =>
        Child("required") is { ValueKind: JsonValueKind.Array } required && required.EnumerateArray().Any(item => item.ValueEquals(name));

    /// <summary>The listed choice that a text means: itself, or the one that differs in case alone.</summary>
    public string Choice(string text)
    {
        if (Child("enum") is not { ValueKind: JsonValueKind.Array } choices)
        {
            return text;
        }

        string[] texts = [.. choices.EnumerateArray().Where(choice => choice.ValueKind == JsonValueKind.String).Select(choice => choice.GetString()!)];
        return texts.Contains(text, StringComparer.Ordinal)
            ? text
            : texts.FirstOrDefault(choice => string.Equals(choice, text.Trim(), StringComparison.OrdinalIgnoreCase)) ?? text;
    }

    private JsonElement Child(string keyword) => _schema.ValueKind == JsonValueKind.Object && _schema.TryGetProperty(keyword, out var child) ? child : default;
}
