using System.Globalization;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Json;

namespace Remanence.Mcp.Schemas;

/// <summary>Holds the arguments of a call to the parameters of its tool. The first fault is thrown, in words that say what to send instead.</summary>
internal static class ParameterCheck
{
    /// <exception cref="InvalidRequestException">There is a fault.</exception>
    public static void Run(IReadOnlyList<ToolParameter> parameters, IEnumerable<KeyValuePair<string, JsonElement>> given, string parent = "")
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            var parameter =
                parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw Unknown(parent, name, parameters.Select(known => known.Name));
            if (!ToolParameter.IsAbsent(value))
            {
                found.Add(name);
                Check(parameter, value, parent + name);
            }
            else if (parameter.WithoutIt is { } meaning)
            {
                throw new InvalidRequestException(parent + name, $"{parent}{name} is null: name one, or leave it out to mean {meaning}.");
            }
        }

        if (parameters.FirstOrDefault(parameter => parameter.Required && !found.Contains(parameter.Name)) is { } missing)
        {
            throw new InvalidRequestException(parent + missing.Name, $"{parent}{missing.Name} is missing. {missing.Description}");
        }
    }

    /// <summary>An argument that nothing would read.</summary>
    public static InvalidRequestException Unknown(string parent, string name, IEnumerable<string> known)
    {
        var remedy = Nearest.Find(name, known) is { } near ? $"did you mean {near}?" : $"known are {string.Join(", ", known)}.";
        return new InvalidRequestException(parent + Printable.Line(name), $"{parent}{Printable.Line(name)} is not known here; {remedy}");
    }

    private static void Check(ToolParameter parameter, JsonElement value, string field)
    {
        switch (parameter.Type)
        {
            case ParameterType.Text: CheckText(parameter, value, field); break;
            case ParameterType.Time: CheckTime(value, field); break;
            case ParameterType.Integer: CheckInteger(parameter, value, field); break;
            case ParameterType.Number: CheckNumber(parameter, value, field); break;
            case ParameterType.Flag: Require(value.ValueKind is JsonValueKind.True or JsonValueKind.False, value, field, "true or false"); break;
            case ParameterType.Texts: CheckItems(parameter, value, field, (item, at) => CheckText(parameter, item, at)); break;
            case ParameterType.Objects: CheckItems(parameter, value, field, (item, at) => CheckObject(parameter, item, at)); break;
            default: CheckObject(parameter, value, field); break;
        }
    }

    private static void CheckText(ToolParameter parameter, JsonElement value, string field)
    {
        Require(value.ValueKind == JsonValueKind.String, value, field, "a string");
        var text = value.GetString()!;
        if (parameter.Values is { } values && !values.Contains(text, StringComparer.Ordinal))
        {
            throw new InvalidRequestException(field, $"{field} is {Printable.Show(text)}; it must be one of {string.Join(", ", values)}.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidRequestException(field, $"{field} is empty. {parameter.Description}");
        }

        if (text.Length > parameter.MaxLength)
        {
            throw new InvalidRequestException(
                field,
                Invariant($"{field} has {text.Length} characters; at most {parameter.MaxLength} are taken, so shorten or split it."));
        }
    }

    private static void CheckTime(JsonElement value, string field) => Require(
        value.ValueKind == JsonValueKind.String && JsonTime.TryParse(value.GetString()!, out _),
        value, field, "an RFC 3339 time such as 2026-05-08T13:56:00Z, or a date such as 2026-05-08");

    private static void CheckInteger(ToolParameter parameter, JsonElement value, string field)
    {
        var expected = Invariant($"a whole number from {parameter.Min ?? 0} to {parameter.Max ?? int.MaxValue}");
        Require(
            value.ValueKind == JsonValueKind.Number
                && value.TryGetInt32(out var number)
                && number >= (parameter.Min ?? 0)
                && number <= (parameter.Max ?? int.MaxValue),
            value,
            field,
            expected);
    }

    private static void CheckNumber(ToolParameter parameter, JsonElement value, string field) => Require(
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= parameter.Min && number <= parameter.Max,
        value, field, Invariant($"a number from {parameter.Min} to {parameter.Max}"));

    private static void CheckObject(ToolParameter parameter, JsonElement value, string field)
    {
        Require(value.ValueKind == JsonValueKind.Object, value, field, "an object");
        if (parameter.Members is { } members)
        {
            Run(members, value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value)), field + ".");
        }
    }

    private static void CheckItems(ToolParameter parameter, JsonElement value, string field, Action<JsonElement, string> check)
    {
        Require(value.ValueKind == JsonValueKind.Array, value, field, "an array");
        var count = value.GetArrayLength();
        if (count < parameter.Min || count > parameter.Max)
        {
            throw new InvalidRequestException(field, Invariant($"{field} has {count} items; send {parameter.Min ?? 0} to {parameter.Max} in one call."));
        }

        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            check(item, Invariant($"{field}[{at++}]"));
        }
    }

    private static void Require(bool holds, JsonElement value, string field, string expected)
    {
        if (!holds)
        {
            throw new InvalidRequestException(field, $"{field} must be {expected}, but is {JsonShapes.Describe(value)}.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
